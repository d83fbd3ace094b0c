// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The user that this process runs as. */
final class ProcessUser {
    private static final Path STATUS = Path.of("/proc/self/status");

    private ProcessUser() {}

    /** The effective user id; -1 where there is no /proc. */
    static int id() {
        try (Stream<String> lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith("Uid:"))
                    .map(line -> Integer.parseInt(line.split("\\s+")[2]))
                    .findFirst()
                    .orElse(-1);
        } catch (IOException noProc) {
            // Nobody has this number: what depends on it is refused.
            return -1;
        }
    }
}
