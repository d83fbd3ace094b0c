// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bailiff.itests.lab.damage.DataDirectory;
import org.bailiff.itests.lab.world.Firewall;
import org.bailiff.itests.lab.world.Lab;
import org.bailiff.itests.lab.world.RequiresKernel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whatever byte of the data directory is another than it was, and wherever a file was cut: the daemon starts, has all
 * that the damage did not touch, and if it lost anything, says so. A seed that failed is told, and tried again with
 * {@code -Dbailiff.seed=SEED}.
 */
@RequiresKernel
class DamageIT {
    private static final int FEW = 12;
    private static final int MANY = 400;

    private final long seed = Long.getLong("bailiff.seed", System.nanoTime());

    @Test
    void aDaemonStartsOnADamagedDirectoryAndHasTheRest() throws Exception {
        damage(FEW);
    }

    @Test
    @Tag("long")
    void aDaemonStartsOnHundredsOfDamagedDirectories() throws Exception {
        damage(MANY);
    }

    private void damage(int times) throws Exception {
        Random random = new Random(seed);
        List<String> objections = new ArrayList<>();
        try (Lab lab = Lab.withoutList(Firewall.NFT, 600)) {
            DataDirectory directory = new DataDirectory(lab);
            directory.fill();
            for (int time = 0; time < times; time++) {
                String objection = directory.damage(random);
                if (!objection.isEmpty()) {
                    objections.add(objection);
                }
            }
        }
        assertThat(objections).as("seed " + seed).isEmpty();
    }
}
