// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.framework;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The user that this process runs as. */
final class ProcessUser {
    private static final Path STATUS = Path.of("/proc/self/status");

    private ProcessUser() {}

    /** The effective user id; without /proc, that of the login name: 0 for root, else -1. */
    static int id() {
        try (Stream<String> lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith("Uid:"))
                    .map(line -> Integer.parseInt(line.split("\\s+")[2]))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no Uid in " + STATUS));
        } catch (IOException e) {
            return System.getProperty("user.name").equals("root") ? 0 : -1;
        }
    }

    /** Whether this user may write the file, or may give itself the right because the file is its own. */
    static boolean mayWrite(Path file) {
        try {
            return Files.isWritable(file)
                    || Files.getAttribute(file, "unix:uid").equals(id());
        } catch (IOException e) {
            // What cannot be examined is not to be trusted.
            return true;
        }
    }
}
