// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bailiff.text.SafeText;

/**
 * Somebody stopped a jail from reading.
 *
 * @param by who and when, or where that stands
 * @param since when; empty if a file says it
 */
record Pause(String by, Optional<Instant> since) {
    static final String KEY = "paused";
    /** As {@link org.bailiff.api.config.Setting#origin} tells of a value that was set at run time. */
    private static final Pattern OVERRIDE = Pattern.compile("override by (?<by>.+ at (?<at>\\S+))");

    private static final int SHOWN = 200;

    /**
     * @param origin where the key's value stands
     */
    static Pause of(String origin) {
        Matcher override = OVERRIDE.matcher(origin);
        return override.matches()
                ? new Pause(SafeText.of(override.group("by"), SHOWN), instant(override.group("at")))
                : new Pause(SafeText.of(origin, SHOWN), Optional.empty());
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException another) {
            // Only shown, then.
            return Optional.empty();
        }
    }

    /** What it means for the jail and what ends it, for people. */
    String sentence(String jail, JailSettings.Input input) {
        String lines = input.kind().equals(JailSettings.Input.SYSLOG)
                ? ", what is sent to it meanwhile is lost, unless the sender keeps it"
                : ", lines wait";
        return "paused by " + by + lines + "; 'bailiff resume " + jail + "' goes on";
    }
}
