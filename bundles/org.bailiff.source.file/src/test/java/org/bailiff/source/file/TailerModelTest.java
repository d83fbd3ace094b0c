// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random scripts of writing, rotation, kills and reading, compared with a model: each jail has each line once and in
 * order, with the right position. A script that failed is told by its seed; the system property {@code bailiff.seed}
 * names the first one.
 */
class TailerModelTest {
    private static final long FIRST = Long.getLong("bailiff.seed", 1);
    private static final int FEW = 150;
    private static final int MANY = 10_000;
    private static final int STEPS = 60;

    @TempDir
    private Path temporary;

    @Test
    void whateverHappensEachLineIsDeliveredOnceAndInOrder() throws IOException {
        run(FEW);
    }

    @Test
    @Tag("long")
    void whateverHappensForLongEachLineIsDeliveredOnceAndInOrder() throws IOException {
        run(MANY);
    }

    private void run(int scripts) throws IOException {
        for (long seed = FIRST; seed < FIRST + scripts; seed++) {
            run(seed);
        }
    }

    private void run(long seed) throws IOException {
        Path directory = Files.createDirectory(temporary.resolve("seed" + seed));
        TailerScript script = new TailerScript(directory, seed);
        try {
            script.run(STEPS);
        } catch (AssertionError | RuntimeException wrong) {
            throw new AssertionError(
                    "-Dbailiff.seed=" + seed + ": " + wrong.getMessage() + "; " + script.history(), wrong);
        }
    }
}
