// SPDX-License-Identifier: Apache-2.0
package org.bailiff.decisions;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Tells files that are no logs of decisions, so that nothing is appended to the daemon's own ones or to anybody's. */
final class ForeignFile {
    /** The first line, or the second where the first is half of one that a dead daemon left, is within that. */
    private static final int BEGINNING = 8 * 1024;
    /** In each line of decisions, and in no text within one: there its quotes are escaped. */
    private static final String SIGN = "\"event\":\"";

    private ForeignFile() {}

    /** Why decisions must not be appended to it, as the end of a sentence; empty if they may. */
    static Optional<String> objection(Path path) {
        if (Files.isSymbolicLink(path)) {
            return Optional.of("which is a link; name the file itself");
        }
        return Files.isRegularFile(path) && holdsOther(path)
                ? Optional.of("which holds something else than decisions; name a file of their own")
                : Optional.empty();
    }

    private static boolean holdsOther(Path path) {
        try (InputStream file = Files.newInputStream(path)) {
            String beginning = new String(file.readNBytes(BEGINNING), StandardCharsets.ISO_8859_1);
            boolean half = beginning.startsWith("{") && beginning.indexOf('\n') < 0;
            return !beginning.isEmpty() && !half && !beginning.contains(SIGN);
        } catch (IOException unreadable) {
            // It may still be written; if not, that is said when it is tried.
            return false;
        }
    }
}
