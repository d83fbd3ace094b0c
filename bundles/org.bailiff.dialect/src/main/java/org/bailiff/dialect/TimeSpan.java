// SPDX-License-Identifier: Apache-2.0
package org.bailiff.dialect;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * fail2ban's way to write times: {@code 600}, {@code 10m}, {@code 1h30m}, {@code 1d 12h}, {@code 1w}, {@code 2mo},
 * {@code 1y}; source: jail.conf(5), "TIME ABBREVIATION FORMAT".
 */
public final class TimeSpan {
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long YEAR = DAY * 1461 / 4;
    /** Far more than anybody means, and still safe to add to a date. */
    private static final long LONGEST = 1000 * YEAR;

    /** A number, or several multiplied, and its unit; a part without one counts seconds. */
    private static final Pattern PART = Pattern.compile(
            "\\s*(?<sign>[+-]?)\\s*(?<number>NUMBER(?:\\s*\\*\\s*NUMBER)*)\\s*(?<unit>[a-z]*)"
                    .replace("NUMBER", "(?:\\d+(?:\\.\\d+)?|(?<!\\d)\\.\\d+)"),
            Pattern.CASE_INSENSITIVE);

    private TimeSpan() {}

    /**
     * The number of seconds that the text writes; negative if it begins with {@code -}, which stands for ever where a ban
     * time is meant.
     *
     * @throws IllegalArgumentException if it writes none; the message is a sentence for the user
     */
    public static long parseSeconds(String text) {
        String written = text.strip();
        boolean negative = written.startsWith("-");
        String amounts = negative ? written.substring(1) : written;
        Matcher part = PART.matcher(amounts);
        double seconds = 0;
        int end = 0;
        while (end < amounts.length() && part.find(end) && part.start() == end) {
            double amount = product(part.group("number")) * unit(part.group("unit"), text);
            seconds += part.group("sign").equals("-") ? -amount : amount;
            end = part.end();
        }
        if (end == 0 || end < amounts.length() || seconds > LONGEST) {
            throw notATime(text);
        }
        return Math.round(negative ? -seconds : seconds);
    }

    private static double product(String factors) {
        double product = 1;
        for (String factor : factors.split("\\*")) {
            product *= Double.parseDouble(factor.strip());
        }
        return product;
    }

    private static long unit(String unit, String text) {
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "", "s", "ss", "se", "sec", "secs", "second", "seconds" -> 1;
            case "m", "mm", "mi", "min", "mins", "minute", "minutes" -> MINUTE;
            case "h", "hh", "ho", "hou", "hour", "hours" -> HOUR;
            case "d", "dd", "da", "day", "days" -> DAY;
            case "w", "ww", "we", "wee", "week", "weeks" -> 7 * DAY;
            case "mo", "mon", "month", "months" -> YEAR / 12;
            case "y", "yy", "ye", "yea", "year", "years" -> YEAR;
            default -> throw notATime(text);
        };
    }

    private static IllegalArgumentException notATime(String text) {
        return new IllegalArgumentException("'" + text.strip() + "' is not a time; e.g. 600, 10m, 1h30m, 1d12h or 1w");
    }
}
