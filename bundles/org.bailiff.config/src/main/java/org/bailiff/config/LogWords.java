// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;

/** The words for how much is logged, the same in {@code bailiff.conf} and in the environment. */
enum LogWords {
    ERROR(Level.SEVERE),
    WARNING(Level.WARNING),
    NOTICE(Level.INFO),
    INFO(Level.INFO),
    DEBUG(Level.FINE),
    TRACE(Level.FINEST);

    private final Level level;

    LogWords(Level level) {
        this.level = level;
    }

    /** All of them, as they are written. */
    static List<String> words() {
        return Arrays.stream(values())
                .map(word -> word.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** What the word stands for; empty if it is none of them. */
    static Optional<Level> level(String text) {
        return Arrays.stream(values())
                .filter(word -> word.name().equalsIgnoreCase(text))
                .findFirst()
                .map(word -> word.level);
    }
}
