// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.bailiff.itests.lab.world.Account;
import org.bailiff.itests.lab.world.Await;
import org.bailiff.itests.lab.world.Daemon;
import org.bailiff.itests.lab.world.Firewall;
import org.bailiff.itests.lab.world.Lab;
import org.bailiff.itests.lab.world.RecentList;
import org.bailiff.itests.lab.world.RequiresKernel;
import org.bailiff.itests.lab.world.Route;
import org.junit.jupiter.api.Test;

/** A daemon that reads no log: sshd's messages are sent to it. */
@RequiresKernel
class SyslogIT {
    private static final int BAN_SECONDS = 600;
    private static final String JAIL =
            """
            [DEFAULT]
            maxretry = 3
            findtime = 60
            bantime = %d

            [sshd]
            enabled = true
            filter = sshd
            backend = syslog
            logpath = %s
            action = xt_recent[list=%s, seconds=%d]
            """;

    private static void listen(Lab lab, String address) throws Exception {
        lab.configure("jail.local", JAIL.formatted(BAN_SECONDS, address, RecentList.NAME, RecentList.LEASE_SECONDS));
        lab.daemon().start();
        lab.daemon().awaitState("sshd", "ACTIVE");
    }

    private static void assertThatAttackersAreCutOff(Lab lab) throws Exception {
        assertThat(lab.attacker().connects(Route.IPV4)).isTrue();
        lab.attacker().bruteForceUntilCutOff(Route.IPV4);
        lab.attacker().bruteForceUntilCutOff(Route.IPV6);
        assertThat(lab.attacker().connects(Route.BYSTANDER_IPV4)).isTrue();
        assertThat(lab.daemon()
                        .ask(Account.DAEMON, "why", Route.IPV4.attacker())
                        .out())
                .contains("Failed password for root from " + Route.IPV4.attacker());
        Privileges.assertNoneAreLeft(lab);
    }

    @Test
    void whatRsyslogForwardsInDatagramsBans() throws Exception {
        try (Lab lab = Lab.withList(Firewall.NFT, BAN_SECONDS)) {
            listen(lab, "udp://127.0.0.1:5514");
            lab.forward("action(type=\"omfwd\" target=\"127.0.0.1\" port=\"5514\" protocol=\"udp\" "
                    + "template=\"RSYSLOG_TraditionalForwardFormat\")");

            assertThatAttackersAreCutOff(lab);
        }
    }

    @Test
    void whatRsyslogForwardsCountedThroughAConnectionBansAlsoAfterARestart() throws Exception {
        try (Lab lab = Lab.withList(Firewall.NFT, BAN_SECONDS)) {
            listen(lab, "tcp://127.0.0.1:5514");
            lab.forward("action(type=\"omfwd\" target=\"127.0.0.1\" port=\"5514\" protocol=\"tcp\" "
                    + "TCP_Framing=\"octet-counted\" template=\"RSYSLOG_SyslogProtocol23Format\" "
                    + "action.resumeRetryCount=\"-1\" action.resumeInterval=\"1\")");
            lab.attacker().bruteForceUntilCutOff(Route.IPV4);

            lab.daemon().kill();
            lab.daemon().start();
            lab.daemon().awaitState("sshd", "ACTIVE");
            Await.until("what may be missing is said", Daemon.PATIENCE, () -> lab.daemon()
                    .ask(Account.DAEMON, "status", "sshd")
                    .out()
                    .contains("syslog cannot be read again"));
            assertThat(lab.list().holds(Route.IPV4.attacker())).isTrue();
            lab.attacker().bruteForceUntilCutOff(Route.IPV6);
            Privileges.assertNoneAreLeft(lab);
        }
    }

    @Test
    void aHostWithoutASyslogDaemonCanHaveTheDaemonsSocketForOne() throws Exception {
        try (Lab lab = Lab.withList(Firewall.NFT, BAN_SECONDS)) {
            Path folder = lab.folder("run");
            lab.server().run("chown", Integer.toString(Account.DAEMON.user()), folder.toString());
            listen(lab, "unix:" + folder.resolve("log"));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("log"))))
                    .isEqualTo("rw-rw----");
            lab.logInto(folder.resolve("log"));

            assertThatAttackersAreCutOff(lab);
        }
    }
}
