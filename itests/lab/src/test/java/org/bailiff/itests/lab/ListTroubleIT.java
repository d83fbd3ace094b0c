// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.bailiff.itests.lab.world.Account;
import org.bailiff.itests.lab.world.Await;
import org.bailiff.itests.lab.world.Daemon;
import org.bailiff.itests.lab.world.Firewall;
import org.bailiff.itests.lab.world.Lab;
import org.bailiff.itests.lab.world.RecentList;
import org.bailiff.itests.lab.world.RequiresKernel;
import org.bailiff.itests.lab.world.Route;
import org.junit.jupiter.api.Test;

/** What becomes of bans while the list is not as it should be. */
@RequiresKernel
class ListTroubleIT {
    private static final int BAN_SECONDS = 600;

    @Test
    void aBanDecidedWhileTheListIsMissingOrNotOursIsKeptAndWrittenAsSoonAsItCan() throws Exception {
        try (Lab lab = Lab.withoutList(Firewall.LEGACY, BAN_SECONDS)) {
            lab.daemon().start();
            awaitStatusNames(lab, RecentList.NAME);
            lab.daemon().ask(Account.DAEMON, "ban", "sshd", Route.IPV4.attacker());
            assertThat(lab.daemon().banEnd("sshd", Route.IPV4.attacker())).isPresent();
            assertThat(lab.attacker().connects(Route.IPV4)).isTrue();

            lab.list().make();
            awaitStatusNames(lab, "chown");
            assertThat(lab.list().holds(Route.IPV4.attacker())).isFalse();

            lab.list().giveTo(Account.DAEMON);
            awaitListed(lab, Route.IPV4.attacker());
            assertThat(lab.attacker().connects(Route.IPV4)).isFalse();
            lab.daemon().awaitState("sshd", "ACTIVE");
        }
    }

    @Test
    void aListThatIsRemovedAndMadeAnewUnderTheRunningDaemonIsFilledAgain() throws Exception {
        try (Lab lab = Lab.withList(Firewall.NFT, BAN_SECONDS)) {
            lab.daemon().start();
            lab.daemon().awaitState("sshd", "ACTIVE");
            lab.daemon().ask(Account.DAEMON, "ban", "sshd", Route.IPV6.attacker());
            awaitListed(lab, Route.IPV6.attacker());

            lab.list().remove();
            lab.list().make();
            lab.list().giveTo(Account.DAEMON);

            awaitListed(lab, Route.IPV6.attacker());
            assertThat(lab.attacker().connects(Route.IPV6)).isFalse();
        }
    }

    private static void awaitListed(Lab lab, String address) throws Exception {
        Await.until(
                address + " is in the list", Daemon.PATIENCE, () -> lab.list().holds(address));
    }

    private static void awaitStatusNames(Lab lab, String word) throws Exception {
        Await.until(
                "status names " + word,
                Daemon.PATIENCE,
                () -> lab.daemon().ask(Account.DAEMON, "status", "sshd").out().contains(word));
    }
}
