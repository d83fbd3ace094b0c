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

/** What {@code bailiff firewall} prints is what root has to do, and all of it. */
@RequiresKernel
class FirewallIT {

    @ParameterizedTest
    @EnumSource(Firewall.class)
    void withWhatFirewallPrintsABanIsInForceAndWithItsInverseNothingIsLeft(Firewall firewall) throws Exception {
        try (Lab lab = Lab.withoutList(firewall, 600)) {
            apply(lab, firewall);
            apply(lab, firewall);
            lab.daemon().start();
            lab.daemon().awaitState("sshd", "ACTIVE");

            lab.daemon().ask(Account.DAEMON, "ban", "sshd", Route.IPV4.attacker(), Route.IPV6.attacker());
            assertThat(lab.attacker().connects(Route.IPV4)).isFalse();
            assertThat(lab.attacker().connects(Route.IPV6)).isFalse();

            apply(lab, firewall, "--remove");
            awaitLetIn(lab, Route.IPV4);
            awaitLetIn(lab, Route.IPV6);
            assertThat(lab.list().exists()).isFalse();
        }
    }

    private static void awaitLetIn(Lab lab, Route route) throws Exception {
        Await.until(route.attacker() + " is let in again", Daemon.PATIENCE, () -> lab.attacker()
                .connects(route));
    }

    private static void apply(Lab lab, Firewall firewall, String... options) throws Exception {
        Outcome outcome = firewall.apply(
                lab.server(), lab.script("firewall.sh", lab.daemon().firewallScript(options)));

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    }
}
