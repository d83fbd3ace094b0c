// SPDX-License-Identifier: Apache-2.0
package org.bailiff.dialect;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The zones of {@code logtimezone} and its like: fail2ban's {@code UTC+0200}, {@code GMT-05:30}, {@code +0200}, {@code Z}
 * and {@code CEST}, and also the names that the system knows, {@code Europe/Berlin}.
 */
public final class LogZone {
    private static final Pattern OFFSET = Pattern.compile(
            "(?:UTC|GMT|Z)?(?<sign>[+-])(?<hours>\\d{1,2})(?::?(?<minutes>\\d{2}))?", Pattern.CASE_INSENSITIVE);

    /** Hours from Greenwich. An abbreviation is always the same time, whatever the season; the JDK reads some as places. */
    private static final Map<String, Integer> ABBREVIATIONS = Map.ofEntries(
            Map.entry("Z", 0),
            Map.entry("UTC", 0),
            Map.entry("GMT", 0),
            Map.entry("WET", 0),
            Map.entry("WEST", 1),
            Map.entry("CET", 1),
            Map.entry("CEST", 2),
            Map.entry("EET", 2),
            Map.entry("EEST", 3),
            Map.entry("MSK", 3),
            Map.entry("JST", 9),
            Map.entry("AST", -4),
            Map.entry("ADT", -3),
            Map.entry("EST", -5),
            Map.entry("EDT", -4),
            Map.entry("CST", -6),
            Map.entry("CDT", -5),
            Map.entry("MST", -7),
            Map.entry("MDT", -6),
            Map.entry("PST", -8),
            Map.entry("PDT", -7),
            Map.entry("AKST", -9),
            Map.entry("AKDT", -8),
            Map.entry("HST", -10));

    private LogZone() {}

    /**
     * The zone that the text names.
     *
     * @throws IllegalArgumentException if it names none; the message is a sentence for the user
     */
    public static ZoneId parse(String text) {
        String name = text.strip();
        Integer hours = ABBREVIATIONS.get(name.toUpperCase(Locale.ROOT));
        if (hours != null) {
            return ZoneOffset.ofHours(hours);
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
