// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.bailiff.itests.lab.world.Account;
import org.bailiff.itests.lab.world.Await;
import org.bailiff.itests.lab.world.Daemon;
import org.bailiff.itests.lab.world.Firewall;
import org.bailiff.itests.lab.world.Lab;
import org.bailiff.itests.lab.world.RequiresKernel;
import org.bailiff.itests.lab.world.Route;
import org.junit.jupiter.api.Test;

/** Entries that somebody else put into the list become what is configured. */
@RequiresKernel
class ForeignEntriesIT {

    @Test
    void theyBecomeBansOrAreTakenOutAsConfigured() throws Exception {
        try (Lab lab = Lab.withList(Firewall.LEGACY, 600)) {
            lab.configureJail(600, 20, ", foreign=adopt", "");
            lab.daemon().start();
            lab.daemon().awaitState("sshd", "ACTIVE");

            lab.list().write("+" + Route.IPV4.attacker());

            Await.until("it is a ban", Daemon.PATIENCE, () -> lab.daemon()
                    .banEnd("sshd", Route.IPV4.attacker())
                    .isPresent());
            assertThat(lab.daemon()
                            .ask(Account.DAEMON, "unban", Route.IPV4.attacker())
                            .succeeded())
                    .isTrue();
            assertThat(lab.attacker().connects(Route.IPV4)).isTrue();

            lab.configureJail(600, 20, ", foreign=remove", "");
            assertThat(lab.daemon().ask(Account.DAEMON, "reload").succeeded()).isTrue();
            lab.list().write("+" + Route.IPV6.attacker());
            assertThat(lab.attacker().connects(Route.IPV6)).isFalse();

            Await.until("it was taken out", Daemon.PATIENCE, () -> !lab.list().holds(Route.IPV6.attacker()));
            assertThat(lab.attacker().connects(Route.IPV6)).isTrue();
        }
    }
}
