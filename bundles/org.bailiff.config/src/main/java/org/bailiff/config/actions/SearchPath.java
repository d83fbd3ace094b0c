// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config.actions;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds programs where any host has them. The daemon's own PATH counts for nothing: who starts it may not choose. */
final class SearchPath {
    private static final List<String> FOLDERS =
            List.of("/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin");

    private SearchPath() {}

    /** The whole path of a program; empty if there is none of that name. */
    static Optional<String> find(String program) {
        if (program.startsWith("/")) {
            return Optional.of(program);
        }
        if (program.contains("/")) {
            return Optional.empty();
        }
        try {
            return FOLDERS.stream()
                    .map(folder -> Path.of(folder, program))
                    .filter(Files::isExecutable)
                    .map(Path::toString)
                    .findFirst();
        } catch (InvalidPathException noName) {
            return Optional.empty();
        }
    }
}
