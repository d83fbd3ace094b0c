// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.ignore;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bailiff.dialect.TimeSpan;
import org.bailiff.text.SafeText;

/**
 * How long an {@code ignorecommand}'s answers count. They depend on the address alone, so that is what they are kept by.
 *
 * @param maxCount of how many addresses; 0 for none
 * @param maxTime how long; zero for not at all
 */
record IgnoreCache(int maxCount, Duration maxTime) {
    /** So that an address that fails again and again does not start a process each time. */
    static final IgnoreCache DEFAULT = new IgnoreCache(1000, Duration.ofMinutes(1));

    private static final String NAME = "key|max-count|max-time";
    private static final Pattern PARAMETER =
            Pattern.compile("\\G\\s*(" + NAME + ")\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^,\"'\\s]+))\\s*(?:,|$)");
    private static final int HIGHEST_COUNT = 100_000;
    private static final String EXAMPLE = "; e.g. key=\"<ip>\", max-count=100, max-time=5m";

    /**
     * What the text of {@code ignorecache} says, in fail2ban's syntax.
     *
     * @throws IllegalArgumentException if it says nothing of the kind; the message is a sentence with an example
     */
    static IgnoreCache parse(String text) {
        int count = DEFAULT.maxCount();
        Duration time = DEFAULT.maxTime();
        Matcher parameters = PARAMETER.matcher(text);
        int end = 0;
        while (parameters.find()) {
            end = parameters.end();
            String value = parameters.group(2) != null
                    ? parameters.group(2)
                    : parameters.group(3) != null ? parameters.group(3) : parameters.group(4);
            switch (parameters.group(1)) {
                case "max-count" -> count = count(value);
                case "max-time" -> time = time(value);
                default -> checkKey(value);
            }
        }
        if (end < text.length()) {
            throw new IllegalArgumentException(
                    "'" + SafeText.of(text.substring(end).strip(), 60) + "' is not understood" + EXAMPLE);
        }
        return new IgnoreCache(count, time);
    }

    private static void checkKey(String key) {
        if (!key.contains("<ip>") || key.replace("<ip>", "").contains("<")) {
            throw new IllegalArgumentException("answers can be kept by the address only; write key=\"<ip>\"");
        }
    }

    private static int count(String text) {
        if (!text.matches("\\d{1,6}") || Integer.parseInt(text) > HIGHEST_COUNT) {
            throw new IllegalArgumentException(
                    "max-count is 0 to " + HIGHEST_COUNT + ", not '" + SafeText.of(text, 60) + "'" + EXAMPLE);
        }
        return Integer.parseInt(text);
    }

    private static Duration time(String text) {
        long seconds = TimeSpan.parseSeconds(text);
        if (seconds < 0) {
            throw new IllegalArgumentException("max-time is not less than nothing" + EXAMPLE);
        }
        return Duration.ofSeconds(seconds);
    }
}
