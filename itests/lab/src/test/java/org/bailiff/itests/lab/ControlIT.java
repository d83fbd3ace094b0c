// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import org.bailiff.itests.lab.world.Await;
import org.bailiff.itests.lab.world.Daemon;
import org.bailiff.itests.lab.world.Firewall;
import org.bailiff.itests.lab.world.Lab;
import org.bailiff.itests.lab.world.RequiresKernel;
import org.bailiff.itests.lab.world.Route;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The control experiment: without the daemon nobody is cut off, so what the other tests see is the daemon's work. */
@RequiresKernel
class ControlIT {

    @ParameterizedTest
    @EnumSource(Firewall.class)
    void withoutTheDaemonABruteForceGoesOnAndOn(Firewall firewall) throws Exception {
        try (Lab lab = Lab.withList(firewall, 600)) {
            assertThatThrownBy(() -> lab.attacker().bruteForceUntilCutOff(Route.IPV6))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("was not cut off");

            assertThat(lab.list().entries()).isEmpty();
            Await.until("sshd's log names the attacker", Daemon.PATIENCE, () -> Files.readString(lab.log())
                    .contains("Failed password for root from " + Route.IPV6.attacker()));
        }
    }
}
