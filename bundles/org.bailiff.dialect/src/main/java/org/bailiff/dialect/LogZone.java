// SPDX-License-Identifier: Apache-2.0
package org.bailiff.dialect;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The zones of {@code logtimezone} and its like: fail2ban's {@code UTC+0200}, {@code GMT-05:30}, {@code +0200}, {@code Z}
 * and {@code CEST}, and also the names that the system knows, {@code Europe/Berlin}.
 */
public final class LogZone {
    private static final Pattern OFFSET = Pattern.compile(
            "(?:UTC|GMT|Z)?(?<sign>[+-])(?<hours>\\d{1,2})(?::?(?<minutes>\\d{2}))?", Pattern.CASE_INSENSITIVE);

    private LogZone() {}

    /**
     * The zone that the text names.
     *
     * @throws IllegalArgumentException if it names none; the message is a sentence for the user
     */
    public static ZoneId parse(String text) {
        String name = text.strip();
        // Before the JDK is asked, which reads some of them as places, with a summer.
        Optional<ZoneOffset> abbreviated = ZoneAbbreviations.offset(name);
        if (abbreviated.isPresent()) {
            return abbreviated.get();
        }
        try {
            Matcher offset = OFFSET.matcher(name);
            return offset.matches() ? offset(offset) : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no known time zone; e.g. UTC, UTC+0200, GMT-05:30 or Europe/Berlin", unknown);
        }
    }

    private static ZoneOffset offset(Matcher offset) {
        int sign = offset.group("sign").equals("-") ? -1 : 1;
        int minutes = offset.group("minutes") == null ? 0 : Integer.parseInt(offset.group("minutes"));
        return ZoneOffset.ofHoursMinutes(sign * Integer.parseInt(offset.group("hours")), sign * minutes);
    }
}
