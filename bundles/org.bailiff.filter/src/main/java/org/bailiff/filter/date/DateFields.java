// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.date;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.bailiff.dialect.ZoneAbbreviations;

/**
 * What a date says, as numbers. Read anew for each line, into one object that its owner keeps, because most lines of a log
 * have a date.
 */
final class DateFields {
    /** What the date does not say. */
    static final int UNSAID = Integer.MIN_VALUE;
    /** The directives that say something, as the groups of a pattern are called. */
    private static final String DIRECTIVES = "YymbdjHIpMSfzst";

    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final int NANO_DIGITS = 9;
    private static final int LONGEST_NUMBER = 9;
    private static final int SECONDS_OF_HOUR = 3600;

    int year;
    int month;
    int day;
    int dayOfYear;
    int hour;
    int hourOfHalf;
    boolean afternoon;
    int minute;
    int second;
    int nano;
    /** From UTC, in seconds. */
    int offset;

    /** The date as seconds since 1970; only if {@link #isCounted}. */
    long epoch;
    /** Whether the date is a count of seconds, and says nothing else. */
    boolean isCounted;

    /** Those of the directives that these groups capture. */
    static char[] directivesOf(Set<String> groups) {
        StringBuilder known = new StringBuilder();
        DIRECTIVES
                .chars()
                .filter(directive -> groups.contains(Character.toString(directive)))
                .forEach(directive -> known.append((char) directive));
        return known.toString().toCharArray();
    }

    /** Forgets all. */
    void clear() {
        year = UNSAID;
        month = UNSAID;
        day = UNSAID;
        dayOfYear = UNSAID;
        hour = UNSAID;
        hourOfHalf = UNSAID;
        afternoon = false;
        minute = 0;
        second = 0;
        nano = 0;
        offset = UNSAID;
        epoch = 0;
        isCounted = false;
    }

    /**
     * Reads what is said in any characters.
     *
     * @param fields by directive, e.g. {@code Y}; null for what the date does not say
     * @throws DateTimeException if no date says so
     */
    static DateFields of(Function<String, String> fields) {
        DateFields read = new DateFields();
        read.clear();
        for (int index = 0; index < DIRECTIVES.length(); index++) {
            String written = fields.apply(DIRECTIVES.substring(index, index + 1));
            if (written != null) {
                byte[] bytes = plain(written).getBytes(StandardCharsets.ISO_8859_1);
                read.read(DIRECTIVES.charAt(index), bytes, 0, bytes.length);
            }
        }
        return read;
    }

    /** Python's digits are those of all scripts, and its numbers too. */
    private static String plain(String written) {
        StringBuilder plain = new StringBuilder();
        written.codePoints()
                .forEach(letter ->
                        plain.appendCodePoint(Character.isDigit(letter) ? '0' + Character.digit(letter, 10) : letter));
        return plain.toString();
    }

    /**
     * Reads what a directive says.
     *
     * @throws DateTimeException if no date says so
     */
    void read(char directive, byte[] bytes, int start, int end) {
        switch (directive) {
            case 'Y' -> year = year == UNSAID ? number(bytes, start, end) : year;
            case 'y' -> year = ofCentury(number(bytes, start, end));
            case 'm' -> month = month == UNSAID ? number(bytes, start, end) : month;
            case 'b' -> month = month(bytes, start, end);
            case 'd' -> day = number(bytes, start, end);
            case 'j' -> dayOfYear = number(bytes, start, end);
            case 'H' -> hour = number(bytes, start, end);
            case 'I' -> hourOfHalf = number(bytes, start, end);
            case 'p' -> afternoon = end > start && (bytes[start] | 0x20) == 'p';
            case 'M' -> minute = number(bytes, start, end);
            case 'S' -> second = number(bytes, start, end);
            case 'f' -> nano = nano(bytes, start, end);
            case 'z' -> offset = offset(bytes, start, end);
            case 's' -> count(longNumber(bytes, start, end, 10));
            case 't' -> readLabel(bytes, start + 1, end);
            default -> throw new IllegalArgumentException("no directive of dates: " + directive);
        }
    }

    /** POSIX, strptime: 69 to 99 are of the last century. */
    private static int ofCentury(int number) {
        return number + (number < 69 ? 2000 : 1900);
    }

    private static int month(byte[] bytes, int start, int end) {
        String name = new String(bytes, start, Math.min(3, end - start), StandardCharsets.ISO_8859_1);
        return MONTHS.indexOf(name.toLowerCase(Locale.ROOT)) / 3 + 1;
    }

    private static int nano(byte[] bytes, int start, int end) {
        int digits = Math.min(end - start, NANO_DIGITS);
        int nano = number(bytes, start, start + digits);
        for (int digit = digits; digit < NANO_DIGITS; digit++) {
            nano *= 10;
        }
        return nano;
    }

    private int offset(byte[] bytes, int start, int end) {
        for (int index = end - 1; index >= start; index--) {
            if (bytes[index] == '+' || bytes[index] == '-') {
                // With both, as in CET+0100, the offset is what is sure.
                int seconds = seconds(bytes, index + 1, end);
                return bytes[index] == '-' ? -seconds : seconds;
            }
        }
        // What is no zone's name is a word before the date.
        return ZoneAbbreviations.offset(new String(bytes, start, end - start, StandardCharsets.ISO_8859_1))
                .map(ZoneOffset::getTotalSeconds)
                .orElse(UNSAID);
    }

    /** {@code 01}, {@code 0130} or {@code 01:30}; more minutes than an hour has are taken as they are. */
    private static int seconds(byte[] bytes, int start, int end) {
        int hours = number(bytes, start, Math.min(start + 2, end));
        int minutes = start + 2 < end && bytes[start + 2] == ':' ? start + 3 : start + 2;
        return hours * SECONDS_OF_HOUR + (minutes < end ? number(bytes, minutes, end) * 60 : 0);
    }

    private void count(long seconds) {
        if (!isCounted) {
            epoch = seconds;
            isCounted = true;
        }
    }

    /** TAI64N: seconds from 2^62 on, and nanoseconds. Like fail2ban, without regard to leap seconds. */
    private void readLabel(byte[] bytes, int start, int end) {
        epoch = longNumber(bytes, start + 1, start + 16, 16);
        nano = (int) (longNumber(bytes, start + 16, end, 16) % 1_000_000_000);
        isCounted = true;
    }

    private static int number(byte[] bytes, int start, int end) {
        if (end - start > LONGEST_NUMBER) {
            throw new DateTimeException("not a number in a date");
        }
        return (int) longNumber(bytes, start, end, 10);
    }

    /** Blanks around it do not matter. */
    private static long longNumber(byte[] bytes, int start, int end, int radix) {
        long number = 0;
        int digits = 0;
        for (int index = start; index < end; index++) {
            int digit = Character.digit(bytes[index], radix);
            if (digit >= 0) {
                number = number * radix + digit;
                digits++;
            } else if (bytes[index] > ' ') {
                throw new DateTimeException("not a number in a date");
            }
        }
        if (digits == 0 || digits > 16) {
            throw new DateTimeException("not a number in a date");
        }
        return number;
    }

    /** Whether both say the same. */
    boolean saySame(DateFields other) {
        return second == other.second
                && nano == other.nano
                && minute == other.minute
                && hour == other.hour
                && day == other.day
                && month == other.month
                && year == other.year
                && offset == other.offset
                && epoch == other.epoch
                && isCounted == other.isCounted
                && dayOfYear == other.dayOfYear
                && hourOfHalf == other.hourOfHalf
                && afternoon == other.afternoon;
    }
}
