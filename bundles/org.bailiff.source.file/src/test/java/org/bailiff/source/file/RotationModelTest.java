// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bailiff.text.SafeText;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random scripts of writing, rotation and reading, compared with a model. Each is told by its seed; the system property
 * {@code bailiff.seed} names the first one, {@code bailiff.scripts} how many are run.
 */
class RotationModelTest {
    private static final int STEPS = 60;

    @TempDir
    private Path temporary;

    @TestFactory
    Stream<DynamicTest> eachLineIsDeliveredOnceAndInOrder() {
        long first = Long.getLong("bailiff.seed", 1);
        return LongStream.range(first, first + Long.getLong("bailiff.scripts", 300))
                .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> run(seed)));
    }

    private void run(long seed) throws IOException {
        Directory directory = new Directory(Files.createDirectory(temporary.resolve("seed" + seed)));
        RotationScript script = new RotationScript(directory, seed);

        for (int step = 0; step < STEPS; step++) {
            script.step();
        }
        script.end();

        assertThat(firstDifference(script.taken(), script.written()))
                .as("seed %d: %s", seed, script.history())
                .isEmpty();
    }

    /** Lists of long lines are no message that anybody could read. */
    private static String firstDifference(List<String> taken, List<String> written) {
        for (int index = 0; index < Math.max(taken.size(), written.size()); index++) {
            String was = index < taken.size() ? taken.get(index) : "nothing";
            String expected = index < written.size() ? written.get(index) : "nothing";
            if (!was.equals(expected)) {
                return "line " + index + " is " + SafeText.of(was, 90) + " and should be " + SafeText.of(expected, 90);
            }
        }
        return "";
    }
}
