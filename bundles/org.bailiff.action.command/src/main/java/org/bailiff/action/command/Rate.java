// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.command;

import java.time.Duration;
import org.bailiff.dialect.TimeSpan;
import org.bailiff.text.SafeText;

/**
 * How often commands may be run.
 *
 * @param commands how many at most, at least 1
 * @param period within which time
 */
record Rate(int commands, Duration period) {
    private static final long LONGEST_SECONDS = 86_400;

    /**
     * The rate that a text such as {@code 60/1m} writes.
     *
     * @throws IllegalArgumentException if it writes none
     */
    static Rate parse(String text) {
        String[] parts = text.split("/", 2);
        String number = parts[0].strip();
        long seconds = parts.length == 2 ? TimeSpan.parseSeconds(parts[1]) : 0;
        if (!number.matches("[1-9][0-9]{0,4}") || seconds < 1 || seconds > LONGEST_SECONDS) {
            throw new IllegalArgumentException(
                    "'" + SafeText.of(text, 60) + "' is not a rate; e.g. 60/1m, at most 99999 in a time up to 1d");
        }
        return new Rate(Integer.parseInt(number), Duration.ofSeconds(seconds));
    }
}
