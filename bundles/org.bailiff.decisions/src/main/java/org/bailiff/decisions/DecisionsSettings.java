// SPDX-License-Identifier: Apache-2.0
package org.bailiff.decisions;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.bailiff.text.SafeText;

/**
 * What {@code bailiff.conf} says of the log of decisions, valid.
 *
 * @param file absolute
 */
record DecisionsSettings(Path file) {
    /** The one key, without the area. */
    static final String FILE = "file";
    /** The area of {@code bailiff.conf}. */
    static final String AREA = "decisions";

    /**
     * @throws IllegalArgumentException for what is not valid; the message is a sentence that names the key
     */
    static DecisionsSettings of(String file) {
        if (file.isBlank()) {
            throw wrong("names no file; e.g. /var/log/bailiff/decisions.json");
        }
        try {
            Path path = Path.of(file.strip()).normalize();
            if (!path.isAbsolute()) {
                throw wrong("is '" + SafeText.of(file, 100) + "'; write its whole path, from / on");
            }
            if (Files.exists(path) && !Files.isRegularFile(path)) {
                throw wrong("is '" + SafeText.of(file, 100) + "', which is there and is no file; name a file");
            }
            ForeignFile.objection(path).ifPresent(objection -> {
                throw wrong("is '" + SafeText.of(file, 100) + "', " + objection);
            });
            return new DecisionsSettings(path);
        } catch (InvalidPathException e) {
            throw wrong("is no path: '" + SafeText.of(file, 100) + "'");
        }
    }

    private static IllegalArgumentException wrong(String complaint) {
        return new IllegalArgumentException("'" + AREA + "." + FILE + "' " + complaint);
    }
}
