// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.date;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.bailiff.dialect.ZoneAbbreviations;

/**
 * Makes an instant of what a date says. A missing year is the latest one that puts the date into the past, by the time of
 * the line's arrival; a missing day is that of the arrival, or the day before. Clocks that run ahead, also over the new
 * year, are allowed for by a day.
 */
final class DateCompletion {
    private static final Duration AHEAD = Duration.ofDays(1);
    /** How far a clock may run ahead of ours before a time without a day is yesterday's. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);
    /** February 29th comes again after eight years at the latest. */
    private static final int YEARS_BACK = 8;

    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

    private final Function<String, String> fields;
    private final Instant arrival;
    private final ZoneId zone;

    private DateCompletion(Function<String, String> fields, Instant arrival, ZoneId zone) {
        this.fields = directive -> plain(fields.apply(directive));
        this.arrival = arrival;
        this.zone = zone(this.fields.apply("z"), zone);
    }

    /**
     * @param fields by directive, e.g. {@code Y}; null for what the date does not say
     * @return empty if there is no such date, e.g. February 30th
     */
    static Optional<Instant> instant(Function<String, String> fields, Instant arrival, ZoneId zone) {
        try {
            DateCompletion completion = new DateCompletion(fields, arrival, zone);
            if (fields.apply("t") != null) {
                return Optional.of(completion.label());
            }
            return fields.apply("s") == null ? completion.calendar() : Optional.of(completion.epoch());
        } catch (DateTimeException noSuchDate) {
            // A text like a date that names a day or a zone which does not exist is no date.
            return Optional.empty();
        }
    }

    /** Python's digits are those of all scripts, and its numbers too. */
    private static String plain(String written) {
        if (written == null || written.chars().allMatch(letter -> letter < 0x80)) {
            return written;
        }
        StringBuilder plain = new StringBuilder();
        written.codePoints()
                .forEach(letter ->
                        plain.appendCodePoint(Character.isDigit(letter) ? '0' + Character.digit(letter, 10) : letter));
        return plain.toString();
    }

    private static ZoneId zone(String written, ZoneId otherwise) {
        if (written == null) {
            return otherwise;
        }
        int sign = Math.max(written.indexOf('+'), written.indexOf('-'));
        if (sign >= 0) {
            // With both, as in CET+0100, the offset is what is sure.
            return offset(written.substring(sign));
        }
        // What is no zone's name is a word before the date.
        return ZoneAbbreviations.offset(written).map(ZoneId.class::cast).orElse(otherwise);
    }

    /** {@code +01}, {@code -0130} or {@code +01:30}; more minutes than an hour has are taken as they are. */
    private static ZoneOffset offset(String written) {
        String digits = written.substring(1).replace(":", "");
        int hours = Integer.parseInt(digits.substring(0, 2));
        int minutes = digits.length() > 2 ? Integer.parseInt(digits.substring(2)) : 0;
        int seconds = hours * 3600 + minutes * 60;
        return ZoneOffset.ofTotalSeconds(written.charAt(0) == '-' ? -seconds : seconds);
    }

    /** TAI64N: seconds from 2^62 on, and nanoseconds. Like fail2ban, without regard to leap seconds. */
    private Instant label() {
        String digits = fields.apply("t").substring(1);
        long seconds = Long.parseLong(digits.substring(1, 16), 16);
        return Instant.ofEpochSecond(seconds, Long.parseLong(digits.substring(16), 16) % 1_000_000_000);
    }

    private Instant epoch() {
        return Instant.ofEpochSecond(Long.parseLong(fields.apply("s")), nanos());
    }

    private Optional<Instant> calendar() {
        Integer year = year();
        if (year != null) {
            return Optional.of(at(date(year)));
        }
        ZonedDateTime arrived = arrival.atZone(zone);
        if (month() == 0 && number("j") == null) {
            LocalDate day = arrived.toLocalDate();
            boolean past = at(day).isBefore(arrival.plus(CLOCKS_DIFFER));
            return saysTime() ? Optional.of(past ? at(day) : at(day.minusDays(1))) : Optional.empty();
        }
        return latestPast(arrived.getYear());
    }

    /** A pattern that finds no part of a date finds a line that has none. */
    private boolean saysTime() {
        return number("H") != null || number("I") != null;
    }

    private Optional<Instant> latestPast(int arrivalYear) {
        for (int year = arrivalYear + 1; year >= arrivalYear - YEARS_BACK; year--) {
            if (exists(year) && isPast(at(date(year)))) {
                return Optional.of(at(date(year)));
            }
        }
        return Optional.empty();
    }

    private boolean isPast(Instant instant) {
        return !instant.isAfter(arrival.plus(AHEAD));
    }

    private boolean exists(int year) {
        return number("j") != null || LocalDate.of(year, month(), 1).lengthOfMonth() >= dayOfMonth();
    }

    /** Of an hour that comes twice when daylight saving time ends, the later one as soon as it is past. */
    private Instant at(LocalDate date) {
        ZonedDateTime first = ZonedDateTime.of(date, time(), zone);
        Instant second = first.withLaterOffsetAtOverlap().toInstant();
        return second.isBefore(arrival.plus(CLOCKS_DIFFER)) ? second : first.toInstant();
    }

    private Integer year() {
        Integer two = number("y");
        if (two != null) {
            // POSIX, strptime: 69 to 99 are of the last century.
            return two + (two < 69 ? 2000 : 1900);
        }
        return number("Y");
    }

    private LocalDate date(int year) {
        Integer dayOfYear = number("j");
        return dayOfYear == null ? LocalDate.of(year, month(), dayOfMonth()) : LocalDate.ofYearDay(year, dayOfYear);
    }

    /** 1 to 12, or 0 if the date says none. */
    private int month() {
        String name = fields.apply("b");
        if (name != null) {
            return MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT)) / 3 + 1;
        }
        return orZero("m");
    }

    private int dayOfMonth() {
        return Math.max(orZero("d"), 1);
    }

    private LocalTime time() {
        // A leap second is counted to the second before it, because a day has 86,400 of them here.
        return LocalTime.of(hour(), orZero("M"), Math.min(orZero("S"), 59), nanos());
    }

    private int hour() {
        Integer half = number("I");
        if (half == null) {
            return orZero("H");
        }
        String part = fields.apply("p");
        boolean afternoon = part != null && part.toLowerCase(Locale.ROOT).startsWith("p");
        return half % 12 + (afternoon ? 12 : 0);
    }

    private int nanos() {
        String digits = fields.apply("f");
        return digits == null ? 0 : Integer.parseInt((digits + "000000000").substring(0, 9));
    }

    private int orZero(String directive) {
        Integer number = number(directive);
        return number == null ? 0 : number;
    }

    private Integer number(String directive) {
        String written = fields.apply(directive);
        return written == null ? null : Integer.valueOf(written.strip());
    }
}
