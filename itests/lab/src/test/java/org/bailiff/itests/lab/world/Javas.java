// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The Javas of this host. */
public final class Javas {
    private static final Path FOLDER = Path.of("/usr/lib/jvm");

    private Javas() {}

    /** The home of a Java 25, if there is one. */
    public static Optional<Path> java25() throws IOException {
        if (Files.notExists(FOLDER)) {
            return Optional.empty();
        }
        try (Stream<Path> javas = Files.list(FOLDER)) {
            return javas.filter(java -> java.getFileName().toString().matches(".*\\b25\\b.*"))
                    .filter(java -> Files.isExecutable(java.resolve("bin/java")))
                    .findFirst();
        }
    }
}
