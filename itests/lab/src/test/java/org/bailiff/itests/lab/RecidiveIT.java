// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bailiff.itests.lab.world.Account;
import org.bailiff.itests.lab.world.Await;
import org.bailiff.itests.lab.world.Daemon;
import org.bailiff.itests.lab.world.Firewall;
import org.bailiff.itests.lab.world.Lab;
import org.bailiff.itests.lab.world.Outcome;
import org.bailiff.itests.lab.world.RecentList;
import org.bailiff.itests.lab.world.RequiresKernel;
import org.bailiff.itests.lab.world.Route;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is banned three times by other jails is banned for long, though no log tells of bans. */
@RequiresKernel
class RecidiveIT {
    private static final Path INSTALLED = Path.of("/etc/fail2ban/filter.d");
    private static final String LIST = "bailiff-recidive";
    private static final int BAN_SECONDS = 600;
    private static final String JAIL =
            """
            [recidive]
            enabled = true
            logpath = %s
            maxretry = 3
            findtime = 1d
            bantime = 1w
            action = xt_recent[list=%s, seconds=%d]
            """;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theThirdBanIsForAWeekAlsoWhereTheDaemonDiedInBetween(boolean filterOfFail2ban) throws Exception {
        try (Lab lab = Lab.withList(Firewall.LEGACY, BAN_SECONDS)) {
            RecentList list = configure(lab, filterOfFail2ban);
            start(lab);
            assertThat(isOfTheLibrary(lab)).isNotEqualTo(filterOfFail2ban);
            attack(lab);
            letIn(lab);
            awaitCounted(lab, 1);

            lab.daemon().kill();
            start(lab);
            banByHand(lab);
            letIn(lab);
            awaitCounted(lab, 2);
            assertThat(list.holds(Route.IPV4.attacker())).isFalse();

            attack(lab);
            Await.until("the third ban bans for long", Daemon.PATIENCE, () -> list.holds(Route.IPV4.attacker()));
            letIn(lab);
            assertThat(lab.attacker().connects(Route.IPV4)).isFalse();
            assertThat(lab.attacker().connects(Route.BYSTANDER_IPV4)).isTrue();
            assertTold(lab);
            Privileges.assertNoneAreLeft(lab);
        }
    }

    private static RecentList configure(Lab lab, boolean filterOfFail2ban) throws IOException, InterruptedException {
        lab.configure("jail.d/recidive.local", JAIL.formatted(absent(lab), LIST, RecentList.LEASE_SECONDS));
        if (filterOfFail2ban) {
            Assertions.assertTrue(Files.isDirectory(INSTALLED), "install the Debian package fail2ban");
            for (String name : new String[] {"recidive.conf", "common.conf"}) {
                lab.configure("filter.d/" + name, Files.readString(INSTALLED.resolve(name)));
            }
        }
        RecentList list = lab.list(LIST);
        list.make();
        list.giveTo(Account.DAEMON);
        Outcome check = lab.daemon()
                .ask(Account.STRANGER, "check", "--etc", lab.file("bailiff/etc").toString());
        assertThat(check.out()).doesNotContain("fail2ban.log", "error:");
        return list;
    }

    private static Path absent(Lab lab) {
        return lab.file("absent").resolve("fail2ban.log");
    }

    private static void start(Lab lab) throws Exception {
        lab.daemon().start();
        lab.daemon().awaitState("sshd", "ACTIVE");
        lab.daemon().awaitState("recidive", "ACTIVE");
    }

    /** Whether the filter in force is the one that comes with Bailiff, by what its regex begins with. */
    private static boolean isOfTheLibrary(Lab lab) throws Exception {
        Outcome explained = lab.daemon()
                .ask(
                        Account.DAEMON,
                        "explain",
                        "recidive",
                        "2026-11-26 02:00:00,123 fail2ban.actions [1]: NOTICE [sshd] Ban 192.0.2.7");
        assertThat(explained.out()).contains("failregex 1: matched");
        return explained.out().contains(" steps: ^\\[(?!recidive\\])");
    }

    private static void attack(Lab lab) throws Exception {
        assertThat(lab.attacker().connects(Route.IPV4)).isTrue();
        lab.attacker().bruteForceUntilCutOff(Route.IPV4);
    }

    private static void banByHand(Lab lab) throws Exception {
        Outcome ban = lab.daemon().ask(Account.OPERATOR, "ban", "sshd", Route.IPV4.attacker());
        assertThat(ban.exitCode()).as(ban.out() + ban.err()).isZero();
    }

    private static void letIn(Lab lab) throws Exception {
        Outcome unban = lab.daemon().ask(Account.DAEMON, "unban", "sshd", Route.IPV4.attacker());
        assertThat(unban.exitCode()).as(unban.out() + unban.err()).isZero();
    }

    private static void awaitCounted(Lab lab, long bans) throws Exception {
        Await.until(
                bans + " bans are counted",
                Daemon.PATIENCE,
                () -> lab.daemon()
                                .jail("recidive")
                                .orElseThrow()
                                .get("totalFailed")
                                .getAsLong()
                        >= bans);
    }

    private static void assertTold(Lab lab) throws Exception {
        assertThat(lab.daemon()
                        .jail("recidive")
                        .orElseThrow()
                        .get("totalFailed")
                        .getAsLong())
                .isEqualTo(3);
        assertThat(lab.daemon().banEnd("recidive", Route.IPV4.attacker())).isPresent();
        assertThat(lab.daemon().ask(Account.DAEMON, "status", "recidive").out())
                .contains("bans")
                .doesNotContain("fail2ban.log");
        assertThat(lab.daemon()
                        .ask(Account.DAEMON, "why", Route.IPV4.attacker())
                        .out())
                .contains("[sshd] Ban " + Route.IPV4.attacker());
    }
}
