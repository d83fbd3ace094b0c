// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab;

import org.bailiff.itests.lab.crash.Scale;
import org.bailiff.itests.lab.crash.Trial;
import org.bailiff.itests.lab.world.Firewall;
import org.bailiff.itests.lab.world.Lab;
import org.bailiff.itests.lab.world.RequiresKernel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Counts are exact at whatever moment the daemon is killed: of many addresses, guilty and almost guilty, whose failures
 * come mixed, exactly the guilty are banned, each once. A seed that failed is told, and tried again with
 * {@code -Dbailiff.seed=SEED}.
 */
@RequiresKernel
@Isolated("it counts while it kills, and a machine that is busy with other labs makes it wait too long")
class CrashIT {
    private static final int LONG_ROUNDS = 10;

    private final long firstSeed = Long.getLong("bailiff.seed", System.nanoTime());

    @Test
    void aDaemonThatIsKilledNowAndThenBansExactlyTheGuilty() throws Exception {
        attackAndKill(firstSeed, Scale.QUICK);
    }

    @Test
    @Tag("long")
    void aDaemonThatIsKilledAThousandTimesBansExactlyTheGuilty() throws Exception {
        for (int round = 0; round < LONG_ROUNDS; round++) {
            attackAndKill(firstSeed + round, Scale.LONG);
        }
    }

    private static void attackAndKill(long seed, Scale scale) throws Exception {
        Firewall firewall = seed % 2 == 0 ? Firewall.NFT : Firewall.LEGACY;
        try (Lab lab = Lab.withoutList(firewall, 600)) {
            new Trial(lab, firewall, scale, seed).run();
        }
    }
}
