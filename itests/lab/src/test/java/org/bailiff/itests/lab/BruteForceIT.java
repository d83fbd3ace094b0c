// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.bailiff.itests.lab.world.Account;
import org.bailiff.itests.lab.world.Await;
import org.bailiff.itests.lab.world.Daemon;
import org.bailiff.itests.lab.world.Firewall;
import org.bailiff.itests.lab.world.Lab;
import org.bailiff.itests.lab.world.Outcome;
import org.bailiff.itests.lab.world.RequiresKernel;
import org.bailiff.itests.lab.world.Route;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The mission itself. */
@RequiresKernel
class BruteForceIT {
    private static final int BAN_SECONDS = 12;

    @ParameterizedTest
    @EnumSource(Firewall.class)
    void aBruteForceOfARealSshdIsCutOffAndLetInAgainWhenTheBanEnds(Firewall firewall) throws Exception {
        try (Lab lab = Lab.withList(firewall, BAN_SECONDS)) {
            lab.daemon().start();
            lab.daemon().awaitState("sshd", "ACTIVE");
            assertThat(lab.attacker().connects(Route.IPV4)).isTrue();
            assertThat(lab.attacker().connects(Route.IPV6)).isTrue();

            lab.attacker().bruteForceUntilCutOff(Route.IPV4);
            assertThat(lab.attacker().connects(Route.BYSTANDER_IPV4)).isTrue();
            assertThat(lab.attacker().connects(Route.IPV6)).isTrue();
            lab.attacker().bruteForceUntilCutOff(Route.IPV6);
            assertThat(lab.attacker().connects(Route.BYSTANDER_IPV6)).isTrue();
            assertThatWhyShowsTheLines(lab, Route.IPV6.attacker());
            Privileges.assertNoneAreLeft(lab);

            awaitLetIn(lab, Route.IPV4);
            awaitLetIn(lab, Route.IPV6);
            Privileges.assertNoneAreLeft(lab);
        }
    }

    private static void assertThatWhyShowsTheLines(Lab lab, String address) throws Exception {
        Outcome why = lab.daemon().ask(Account.DAEMON, "why", address);

        assertThat(why.exitCode()).isZero();
        assertThat(why.out()).contains("Failed password for root from " + address);
    }

    private static void awaitLetIn(Lab lab, Route route) throws Exception {
        Await.until(
                route.attacker() + " is let in again", Daemon.PATIENCE.plusSeconds(BAN_SECONDS), () -> lab.attacker()
                        .connects(route));
        Await.until(route.attacker() + " is out of the list", Daemon.PATIENCE, () -> !lab.list()
                .holds(route.attacker()));
    }
}
