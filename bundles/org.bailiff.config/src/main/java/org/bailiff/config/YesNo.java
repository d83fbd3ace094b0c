// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bailiff.text.SafeText;

/** A choice as fail2ban's files write it. */
public final class YesNo {
    private static final Set<String> YES = Set.of("yes", "true", "on", "1");
    private static final Set<String> NO = Set.of("no", "false", "off", "0");

    private YesNo() {}

    /** Whether the text says yes; empty if it says neither yes nor no. */
    public static Optional<Boolean> parse(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        if (YES.contains(word)) {
            return Optional.of(true);
        }
        return NO.contains(word) ? Optional.of(false) : Optional.empty();
    }

    /**
     * {@code true} or {@code false}.
     *
     * @throws IllegalArgumentException if the text says neither; the message is a sentence for the user
     */
    public static String normalised(String text) {
        return parse(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + SafeText.of(text.strip(), 60) + "' is neither true nor false"))
                .toString();
    }
}
