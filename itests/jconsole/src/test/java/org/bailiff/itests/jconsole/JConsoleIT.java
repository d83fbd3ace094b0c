// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.jconsole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the tour as anyone does. */
class JConsoleIT {
    private static final long PATIENCE_SECONDS = 240;
    private static final long LARGEST_PICTURE = 150 * 1024;

    private final Path pictures = Path.of(System.getProperty("pictures")).toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    void sixTasksAreDoneInJconsole() throws Exception {
        assumeTrue(
                Boolean.getBoolean("bailiff.lab.required") || hasScreen(),
                "jconsole needs Xvfb; itests/run-tests, run as root, installs it");
        Path said = folder.resolve("said");

        Process tour = start(said, pictures.toString());

        assertThat(tour.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(tour.exitValue()).as(Files.readString(said)).isZero();
        assertThat(Files.readAllLines(said))
                .filteredOn(line -> line.startsWith("done: "))
                .hasSize(7);
        for (String picture : List.of("tree.png", "charts.png", "operation.png")) {
            assertThat(Files.size(pictures.resolve(picture))).isBetween(1000L, LARGEST_PICTURE);
        }
    }

    private static boolean hasScreen() {
        return Stream.of("/usr/bin", "/usr/local/bin")
                .anyMatch(programs -> Files.isExecutable(Path.of(programs, "Xvfb")));
    }

    private static Process start(Path said, String pictures) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder("./tour", pictures).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().put("BAILIFF_HOME", System.getProperty("bailiff.distribution"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.start();
    }
}
