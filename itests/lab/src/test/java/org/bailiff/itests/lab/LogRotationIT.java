// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.bailiff.itests.lab.world.Await;
import org.bailiff.itests.lab.world.Daemon;
import org.bailiff.itests.lab.world.Firewall;
import org.bailiff.itests.lab.world.Lab;
import org.bailiff.itests.lab.world.RequiresKernel;
import org.bailiff.itests.lab.world.Route;
import org.junit.jupiter.api.Test;

/** An attack goes on while the log is rotated. */
@RequiresKernel
class LogRotationIT {

    @Test
    void guessesBeforeAndAfterARotationCountTogether() throws Exception {
        try (Lab lab = Lab.withList(Firewall.NFT, 600)) {
            lab.daemon().start();
            lab.daemon().awaitState("sshd", "ACTIVE");
            lab.attacker().guess(Route.IPV4);
            awaitFailures(lab, 2);

            lab.rotateLog();
            Await.until("sshd's log is there again", Daemon.PATIENCE, () -> {
                // rsyslog opens the new file with the first line that it writes.
                lab.attacker().guess(Route.IPV6);
                return Files.exists(lab.log());
            });
            lab.attacker().guess(Route.IPV4);

            Await.until(
                    "the attacker is banned", Daemon.PATIENCE, () -> lab.list().holds(Route.IPV4.attacker()));
            assertThat(lab.attacker().connects(Route.IPV4)).isFalse();
        }
    }

    private static void awaitFailures(Lab lab, int atLeast) throws Exception {
        Await.until(
                atLeast + " failures are counted",
                Daemon.PATIENCE,
                () -> lab.daemon().jail("sshd").orElseThrow().get("totalFailed").getAsLong() >= atLeast);
    }
}
