// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.bailiff.itests.lab.world.Account;
import org.bailiff.itests.lab.world.Await;
import org.bailiff.itests.lab.world.Daemon;
import org.bailiff.itests.lab.world.Firewall;
import org.bailiff.itests.lab.world.Lab;
import org.bailiff.itests.lab.world.RecentList;
import org.bailiff.itests.lab.world.RequiresKernel;
import org.bailiff.itests.lab.world.Route;
import org.junit.jupiter.api.Test;

/** Bans outlive the daemon, however it ends. */
@RequiresKernel
class RestartIT {
    /** Generous against "on time": a second for the clock's grain, the rest for a busy machine. */
    private static final Duration LATE = Duration.ofSeconds(5);

    @Test
    void afterAKillAndWithAListMadeAnewTheBanIsBackWithItsOldEndAndLapsesOnTime() throws Exception {
        try (Lab lab = Lab.withList(Firewall.NFT, 25)) {
            lab.daemon().start();
            lab.daemon().awaitState("sshd", "ACTIVE");
            lab.attacker().bruteForceUntilCutOff(Route.IPV4);
            Instant end = lab.daemon().banEnd("sshd", Route.IPV4.attacker()).orElseThrow();

            lab.daemon().kill();
            lab.list().remove();
            lab.list().make();
            lab.list().giveTo(Account.DAEMON);
            assertThat(lab.attacker().connects(Route.IPV4)).isTrue();
            lab.daemon().start();

            Await.until("the ban is in the new list", Daemon.PATIENCE, () -> lab.list()
                    .holds(Route.IPV4.attacker()));
            assertThat(lab.attacker().connects(Route.IPV4)).isFalse();
            assertThat(lab.daemon().banEnd("sshd", Route.IPV4.attacker())).contains(end);
            awaitLapse(lab, end);
        }
    }

    @Test
    void anAttackerStaysOutWhileTheDaemonIsDownAndAfterItsRestart() throws Exception {
        try (Lab lab = Lab.withList(Firewall.LEGACY, 600)) {
            lab.daemon().start();
            lab.daemon().awaitState("sshd", "ACTIVE");
            lab.attacker().bruteForceUntilCutOff(Route.IPV6);

            lab.daemon().stop();
            assertThat(lab.attacker().connects(Route.IPV6)).isFalse();
            lab.daemon().start();

            assertThat(lab.attacker().connects(Route.IPV6)).isFalse();
            Instant leaseOver = Instant.now().plusSeconds(RecentList.LEASE_SECONDS + 1);
            Await.until("the lease would be over", Daemon.PATIENCE, () -> Instant.now()
                    .isAfter(leaseOver));
            assertThat(lab.attacker().connects(Route.IPV6))
                    .as("a ban that is renewed")
                    .isFalse();
        }
    }

    @Test
    void aPauseOutlivesARestartItsBansHoldAndNoLineIsLost() throws Exception {
        try (Lab lab = Lab.withList(Firewall.NFT, 600)) {
            lab.daemon().start();
            lab.daemon().awaitState("sshd", "ACTIVE");
            lab.attacker().bruteForceUntilCutOff(Route.IPV6);
            assertThat(lab.daemon()
                            .ask(Account.DAEMON, "set", "sshd", "paused", "yes")
                            .exitCode())
                    .isZero();
            lab.daemon().awaitState("sshd", "PAUSED");
            lab.attacker().guess(Route.IPV4);
            lab.attacker().guess(Route.IPV4);

            lab.daemon().stop();
            lab.daemon().start();

            lab.daemon().awaitState("sshd", "PAUSED");
            assertThat(lab.attacker().connects(Route.IPV6)).isFalse();
            assertThat(lab.attacker().connects(Route.IPV4)).isTrue();
            assertThat(lab.daemon()
                            .ask(Account.DAEMON, "unset", "sshd", "paused")
                            .exitCode())
                    .isZero();
            Await.until("who guessed meanwhile is banned", Daemon.PATIENCE, () -> !lab.attacker()
                    .connects(Route.IPV4));
        }
    }

    private static void awaitLapse(Lab lab, Instant end) throws Exception {
        Duration left = Duration.between(Instant.now(), end);
        Await.until(
                "the attacker is let in", left.plus(LATE), () -> lab.attacker().connects(Route.IPV4));
        assertThat(Instant.now()).isBetween(end.minusSeconds(1), end.plus(LATE));
    }
}
