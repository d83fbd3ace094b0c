// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** The fail2ban that is installed, and the world in which its samples were read. */
public final class Oracle {
    /** The zone of dates that name none. */
    static final ZoneId ZONE = ZoneId.of("Europe/Zurich");
    /** When the samples are read. */
    static final Instant NOW = Instant.parse("2005-08-14T10:00:00Z");

    private Oracle() {}

    static Path tests() {
        return Path.of(System.getProperty("bailiff.conformance.tests"));
    }

    static Path logs() {
        return tests().resolve("files/logs");
    }

    /** The sample logs, each of the filter of its name. */
    static List<Path> sampleLogs() throws IOException {
        try (Stream<Path> files = Files.list(logs())) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Skips the test where fail2ban is not installed; where no test may be skipped, fails it. */
    public static void require() {
        boolean installed = Files.isDirectory(logs());
        if (Boolean.getBoolean("bailiff.lab.required")) {
            Assertions.assertTrue(installed, logs() + " is missing; install the Debian package fail2ban");
        }
        Assumptions.assumeTrue(installed, "fail2ban is not installed");
    }
}
