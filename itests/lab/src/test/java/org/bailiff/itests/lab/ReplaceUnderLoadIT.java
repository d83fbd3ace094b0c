// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab;

import org.bailiff.itests.lab.deploy.Load;
import org.bailiff.itests.lab.world.Firewall;
import org.bailiff.itests.lab.world.Lab;
import org.bailiff.itests.lab.world.RequiresKernel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A filter is replaced a hundred times, and now and then by one that is refused, while lines flow at full speed; every
 * failure is counted once, also where its session is told of by lines before and behind several replacements. A seed that
 * failed is tried again with {@code -Dbailiff.seed=SEED}.
 */
@RequiresKernel
class ReplaceUnderLoadIT {
    private final long seed = Long.getLong("bailiff.seed", System.nanoTime());

    @Test
    void aFilterThatIsReplacedAHundredTimesFindsEveryFailureOnce() throws Exception {
        replace(2000, 100);
    }

    @Test
    @Tag("long")
    void aFilterThatIsReplacedAThousandTimesFindsEveryFailureOnce() throws Exception {
        replace(20_000, 1000);
    }

    private void replace(int guilty, int times) throws Exception {
        try (Lab lab = Lab.withoutList(Firewall.LEGACY, 600)) {
            new Load(lab, guilty, times, seed).run();
        } catch (AssertionError wrong) {
            throw new AssertionError("seed " + seed + ": " + wrong.getMessage(), wrong);
        }
    }
}
