// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.bailiff.itests.lab.world.Account;
import org.bailiff.itests.lab.world.Await;
import org.bailiff.itests.lab.world.Firewall;
import org.bailiff.itests.lab.world.Lab;
import org.bailiff.itests.lab.world.RequiresKernel;
import org.bailiff.itests.lab.world.Route;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A ban outlasts any lease while the daemon lives, and none when it is dead. */
@RequiresKernel
class LeaseIT {
    private static final int LEASE_SECONDS = 4;
    /** An attempt to connect that fails takes a second, and the kernel counts whole seconds. */
    private static final Duration GRAIN = Duration.ofSeconds(2);

    @ParameterizedTest
    @EnumSource(Firewall.class)
    void aBanOfThreeLeasesHoldsThroughoutAndADeadDaemonLetsGoOfWhoKeepsKnocking(Firewall firewall) throws Exception {
        try (Lab lab = Lab.withoutList(firewall, 600)) {
            lab.configureJail(600, LEASE_SECONDS, "", "");
            lab.list().make(LEASE_SECONDS);
            lab.list().giveTo(Account.DAEMON);
            lab.daemon().start();
            lab.daemon().awaitState("sshd", "ACTIVE");
            lab.daemon().ask(Account.DAEMON, "ban", "sshd", Route.IPV4.attacker());

            Instant threeLeases = Instant.now().plusSeconds(3 * LEASE_SECONDS + 1);
            while (Instant.now().isBefore(threeLeases)) {
                assertThat(lab.attacker().connects(Route.IPV4)).isFalse();
            }

            lab.daemon().kill();
            Duration oneLease = Duration.ofSeconds(LEASE_SECONDS).plus(GRAIN);
            Await.until("a knocking address is let in", oneLease, () -> lab.attacker()
                    .connects(Route.IPV4));
        }
    }
}
