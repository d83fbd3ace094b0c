// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.bailiff.itests.fault.Fault;
import org.bailiff.itests.fault.FaultyClass;
import org.bailiff.itests.lab.deploy.Load;
import org.bailiff.itests.lab.world.Firewall;
import org.bailiff.itests.lab.world.Lab;
import org.bailiff.itests.lab.world.RequiresKernel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The test of replacing under load catches named faults, built one at a time into the daemon: {@code
 * src/test/replace-faults/*.fault}.
 */
@Tag("long")
@RequiresKernel
class ReplaceFaultsIT {
    private static final Path FAULTS = Path.of(System.getProperty("bailiff.replace.faults"));
    private static final Path BUNDLES = Path.of(System.getProperty("bailiff.bundles"));
    private static final int GUILTY = 500;
    private static final int REPLACEMENTS = 30;

    @TempDir
    Path folder;

    static List<Fault> faults() throws IOException {
        return Fault.in(FAULTS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void isCaught(Fault fault) throws Exception {
        try (Lab lab = Lab.withoutList(Firewall.LEGACY, 600)) {
            Path bundle = BUNDLES.resolve(fault.key("bundle"));
            Path classes = folder.resolve("classes");
            FaultyClass.compile(fault, bundle, lab.distribution().classPath(), classes);
            lab.distribution().replaceClasses(fault.key("bundle"), classes);

            assertThatThrownBy(() -> new Load(lab, GUILTY, REPLACEMENTS, System.nanoTime()).run())
                    .isInstanceOf(AssertionError.class)
                    .satisfies(caught -> assertThat(caught.getMessage()).contains("[failures]"));
        }
    }
}
