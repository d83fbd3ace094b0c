// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.bailiff.itests.lab.world.Account;
import org.bailiff.itests.lab.world.Firewall;
import org.bailiff.itests.lab.world.Lab;
import org.bailiff.itests.lab.world.Outcome;
import org.bailiff.itests.lab.world.RequiresKernel;
import org.bailiff.itests.lab.world.Route;
import org.junit.jupiter.api.Test;

/** One bad jail never stops another, and a daemon that must not start says why. */
@RequiresKernel
class BadConfigurationIT {

    @Test
    void jailsThatCannotWorkSayWhyAndTheGoodOneWorks() throws Exception {
        try (Lab lab = Lab.withList(Firewall.LEGACY, 600)) {
            lab.configure("filter.d/broken.conf", "[Definition]\nfailregex = ^Failed (password from <HOST>\n");
            lab.configure(
                    "jail.d/bad.conf",
                    """
                    [lonely]
                    enabled = true
                    filter = nobody-wrote-it
                    logpath = %1$s
                    action = xt_recent[list=bailiff-lonely]

                    [broken]
                    enabled = true
                    filter = broken
                    logpath = %1$s
                    action = xt_recent[list=bailiff-broken]
                    """
                            .formatted(lab.log()));
            lab.daemon().start();
            lab.daemon().awaitState("sshd", "ACTIVE");
            lab.daemon().awaitState("lonely", "WAITING");
            lab.daemon().awaitState("broken", "FAILED");

            lab.attacker().bruteForceUntilCutOff(Route.IPV4);

            assertThat(status(lab, "lonely")).contains("nobody-wrote-it");
            assertThat(status(lab, "broken")).contains("broken.conf").contains("2");
        }
    }

    @Test
    void aSecondDaemonOnTheSameDataAndADaemonOfRootsRefuseToStart() throws Exception {
        try (Lab lab = Lab.withList(Firewall.NFT, 600)) {
            lab.daemon().start();

            Outcome second = lab.daemon().runAnother(Account.DAEMON);
            Outcome roots = lab.daemon().runAnother(Account.ROOT);

            assertThat(second.exitCode()).isPositive();
            assertThat(second.err()).contains("data");
            assertThat(roots.exitCode()).isPositive();
            assertThat(roots.err()).contains("--allow-root");
            assertThat(lab.daemon().ask(Account.DAEMON, "ping").succeeded()).isTrue();
        }
    }

    private static String status(Lab lab, String jail) throws Exception {
        return lab.daemon().ask(Account.DAEMON, "status", jail).out();
    }
}
