// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.bailiff.itests.fault.Fault;
import org.bailiff.itests.fault.FaultyClass;
import org.bailiff.itests.lab.crash.Scale;
import org.bailiff.itests.lab.crash.Trial;
import org.bailiff.itests.lab.crash.WrongOutcome;
import org.bailiff.itests.lab.world.Firewall;
import org.bailiff.itests.lab.world.Lab;
import org.bailiff.itests.lab.world.RequiresKernel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The crash test catches named faults, built one at a time into the daemon that it kills; without one it passes, small as
 * it is here. The faults are the files {@code src/test/faults/*.fault}.
 */
@RequiresKernel
@Isolated("it kills the daemon at moments that a busy machine would never let come")
class CrashFaultsIT {
    private static final Path FAULTS = Path.of(System.getProperty("bailiff.lab.faults"));
    private static final Path BUNDLES = Path.of(System.getProperty("bailiff.bundles"));
    /** A kill must hit the moment in which a fault shows. */
    private static final int TRIALS = Integer.getInteger("bailiff.trials", 3);

    private final long firstSeed = Long.getLong("bailiff.seed", System.nanoTime());

    @TempDir
    Path folder;

    static List<Fault> faults() throws IOException {
        return Fault.in(FAULTS);
    }

    @Test
    @Tag("long")
    void aDaemonThatForgetsWhatItCountedIsCaught() throws Exception {
        Fault fault = faults().stream()
                .filter(candidate -> candidate.origin().endsWith("windows-not-restored.fault"))
                .findFirst()
                .orElseThrow();

        assertThat(isCaught(fault, firstSeed)).isTrue();
    }

    @Test
    @Tag("long")
    void aDaemonWithoutAFaultPasses() throws Exception {
        try (Lab lab = Lab.withoutList(Firewall.NFT, 600)) {
            new Trial(lab, Firewall.NFT, Scale.SMALL, firstSeed).run();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    @Tag("long")
    void isCaughtWithinSomeTrials(Fault fault) throws Exception {
        int caught = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            caught += isCaught(fault, firstSeed + trial) ? 1 : 0;
        }
        System.out.println("caught in " + caught + " of " + TRIALS + " trials: " + fault.sentence());
        assertThat(caught).isPositive();
    }

    private boolean isCaught(Fault fault, long seed) throws Exception {
        try (Lab lab = Lab.withoutList(Firewall.NFT, 600)) {
            Path bundle = BUNDLES.resolve(fault.key("bundle"));
            Path classes = folder.resolve("classes");
            FaultyClass.compile(fault, bundle, lab.distribution().classPath(), classes);
            lab.distribution().replaceClasses(fault.key("bundle"), classes);
            new Trial(lab, Firewall.NFT, Scale.SMALL, seed).run();
            return false;
        } catch (WrongOutcome caught) {
            System.out.println("caught: " + fault.sentence() + " "
                    + caught.getMessage().lines().findFirst().orElse(""));
            return true;
        }
    }
}
