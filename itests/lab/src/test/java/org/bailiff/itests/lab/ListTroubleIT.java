// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.EnumMap;
import java.util.Map;
import org.bailiff.itests.lab.world.Account;
import org.bailiff.itests.lab.world.Await;
import org.bailiff.itests.lab.world.Daemon;
import org.bailiff.itests.lab.world.Firewall;
import org.bailiff.itests.lab.world.Lab;
import org.bailiff.itests.lab.world.RequiresKernel;
import org.bailiff.itests.lab.world.Route;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of bans while the list is not as it should be. */
@RequiresKernel
class ListTroubleIT {
    private static final int BAN_SECONDS = 600;
    /** So short that what a renewal would do is soon seen. */
    private static final int LEASE_SECONDS = 8;

    private static final Map<Firewall, Lab> LABS = new EnumMap<>(Firewall.class);

    @BeforeAll
    static void build() throws Exception {
        for (Firewall firewall : Firewall.values()) {
            Lab lab = Lab.withoutList(firewall, BAN_SECONDS);
            LABS.put(firewall, lab);
            lab.configureJail(BAN_SECONDS, LEASE_SECONDS, "", "");
            lab.daemon().start();
        }
    }

    @AfterAll
    static void tearDown() throws Exception {
        for (Lab lab : LABS.values()) {
            lab.close();
        }
    }

    /** Each test begins with a list that is the daemon's, in which both of the attacker's addresses stand. */
    @BeforeEach
    void banBoth() throws Exception {
        for (Lab lab : LABS.values()) {
            if (!lab.list().exists()) {
                lab.list().make(LEASE_SECONDS);
            }
            lab.list().giveTo(Account.DAEMON);
            lab.daemon().awaitState("sshd", "ACTIVE");
            lab.daemon().ask(Account.DAEMON, "ban", "sshd", Route.IPV4.attacker(), Route.IPV6.attacker());
            awaitBoth(lab);
        }
    }

    @ParameterizedTest
    @EnumSource(Firewall.class)
    void rulesThatAreFlushedAndLoadedAgainBringEveryBanBack(Firewall firewall) throws Exception {
        Lab lab = LABS.get(firewall);
        flushRules(lab, firewall);
        assertThat(lab.list().exists()).isFalse();

        lab.list().make(LEASE_SECONDS);
        lab.list().giveTo(Account.DAEMON);

        awaitBoth(lab);
        assertThat(lab.attacker().connects(Route.IPV4)).isFalse();
        assertThat(lab.attacker().connects(Route.IPV6)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Firewall.class)
    void aBanDecidedWhileTheListIsMissingOrNotOursIsKeptAndWrittenAsSoonAsItCan(Firewall firewall) throws Exception {
        Lab lab = LABS.get(firewall);
        flushRules(lab, firewall);
        awaitStatusNames(lab, "no firewall rule names it");
        lab.daemon().ask(Account.DAEMON, "ban", "sshd", Route.BYSTANDER_IPV4.attacker());
        assertThat(lab.daemon().banEnd("sshd", Route.BYSTANDER_IPV4.attacker())).isPresent();
        assertThat(lab.attacker().connects(Route.BYSTANDER_IPV4)).isTrue();

        lab.list().make(LEASE_SECONDS);
        awaitStatusNames(lab, "chown");
        assertThat(lab.list().entries()).isEmpty();

        lab.list().giveTo(Account.DAEMON);
        awaitBoth(lab);
        awaitListed(lab, Route.BYSTANDER_IPV4.attacker());
        assertThat(lab.attacker().connects(Route.BYSTANDER_IPV4)).isFalse();
        lab.daemon().awaitState("sshd", "ACTIVE");
        lab.daemon().ask(Account.DAEMON, "unban", Route.BYSTANDER_IPV4.attacker());
    }

    @ParameterizedTest
    @EnumSource(Firewall.class)
    void aFlushedListIsFilledAgain(Firewall firewall) throws Exception {
        Lab lab = LABS.get(firewall);

        lab.list().write("/");

        awaitBoth(lab);
        assertThat(lab.attacker().connects(Route.IPV4)).isFalse();
        Await.until("the flush is told", Daemon.PATIENCE, () -> lab.daemon()
                .output()
                .contains("was flushed"));
    }

    @ParameterizedTest
    @EnumSource(Firewall.class)
    void anAddressTakenOutByHandIsUnbannedAndNoRenewalPutsItBack(Firewall firewall) throws Exception {
        Lab lab = LABS.get(firewall);

        lab.list().write("-" + Route.IPV4.attacker());

        Await.until("the ban has ended", Daemon.PATIENCE, () -> lab.daemon()
                .banEnd("sshd", Route.IPV4.attacker())
                .isEmpty());
        int stamps = lab.list().stamps(Route.IPV6.attacker());
        Await.until(
                "another ban was renewed twice",
                Daemon.PATIENCE,
                () -> lab.list().stamps(Route.IPV6.attacker()) >= stamps + 2);
        assertThat(lab.list().holds(Route.IPV4.attacker())).isFalse();
        assertThat(lab.attacker().connects(Route.IPV4)).isTrue();
        assertThat(Files.readString(lab.file("data/audit.log")))
                .contains("\"subject\":\"sshd " + Route.IPV4.attacker() + "\"")
                .contains("DELISTED");
    }

    @ParameterizedTest
    @EnumSource(Firewall.class)
    void aListThatIsTakenAwayIsSaidAndStillUsedAsLongAsItIsOpen(Firewall firewall) throws Exception {
        Lab lab = LABS.get(firewall);

        lab.list().giveTo(Account.ROOT);

        awaitStatusNames(lab, "may no longer be written");
        lab.daemon().ask(Account.DAEMON, "ban", "sshd", Route.BYSTANDER_IPV4.attacker());
        awaitListed(lab, Route.BYSTANDER_IPV4.attacker());
        lab.daemon().ask(Account.DAEMON, "unban", Route.BYSTANDER_IPV4.attacker());
        lab.list().giveTo(Account.DAEMON);
        Await.until(
                "nothing is to be mended", Daemon.PATIENCE, () -> !status(lab).contains("no longer be written"));
    }

    private static void flushRules(Lab lab, Firewall firewall) throws Exception {
        lab.server().run(firewall.iptables(), "-w", "-F");
        lab.server().run(firewall.ip6tables(), "-w", "-F");
    }

    private static void awaitBoth(Lab lab) throws Exception {
        awaitListed(lab, Route.IPV4.attacker());
        awaitListed(lab, Route.IPV6.attacker());
    }

    private static void awaitListed(Lab lab, String address) throws Exception {
        Await.until(
                address + " is in the list", Daemon.PATIENCE, () -> lab.list().holds(address));
    }

    private static void awaitStatusNames(Lab lab, String words) throws Exception {
        Await.until("status names '" + words + "'", Daemon.PATIENCE, () -> status(lab)
                .contains(words));
    }

    private static String status(Lab lab) throws Exception {
        return lab.daemon().ask(Account.DAEMON, "status", "sshd").out();
    }
}
