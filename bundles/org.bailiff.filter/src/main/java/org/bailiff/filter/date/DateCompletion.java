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
import java.util.Optional;
import java.util.function.Function;

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

    private final DateFields fields;
    private final Instant arrival;
    private final ZoneId zone;

    private DateCompletion(DateFields fields, Instant arrival, ZoneId zone) {
        this.fields = fields;
        this.arrival = arrival;
        this.zone = fields.offset == DateFields.UNSAID ? zone : ZoneOffset.ofTotalSeconds(fields.offset);
    }

    /**
     * The instant; empty if there is no such date.
     *
     * @param fields by directive, e.g. {@code Y}; null for what the date does not say
     */
    static Optional<Instant> instant(Function<String, String> fields, Instant arrival, ZoneId zone) {
        try {
            return instant(DateFields.of(fields), arrival, zone);
        } catch (DateTimeException noSuchDate) {
            // As below.
            return Optional.empty();
        }
    }

    /** The instant; empty if there is no such date, e.g. February 30th. */
    static Optional<Instant> instant(DateFields fields, Instant arrival, ZoneId zone) {
        try {
            return fields.isCounted
                    ? Optional.of(Instant.ofEpochSecond(fields.epoch, fields.nano))
                    : new DateCompletion(fields, arrival, zone).calendar();
        } catch (DateTimeException noSuchDate) {
            // A text like a date that names a day or a zone which does not exist is no date.
            return Optional.empty();
        }
    }

    private Optional<Instant> calendar() {
        if (fields.year != DateFields.UNSAID) {
            return Optional.of(at(date(fields.year)));
        }
        ZonedDateTime arrived = arrival.atZone(zone);
        if (fields.month == DateFields.UNSAID && fields.dayOfYear == DateFields.UNSAID) {
            LocalDate day = arrived.toLocalDate();
            boolean past = at(day).isBefore(arrival.plus(CLOCKS_DIFFER));
            return saysTime() ? Optional.of(past ? at(day) : at(day.minusDays(1))) : Optional.empty();
        }
        return latestPast(arrived.getYear());
    }

    /** A pattern that finds no part of a date finds a line that has none. */
    private boolean saysTime() {
        return fields.hour != DateFields.UNSAID || fields.hourOfHalf != DateFields.UNSAID;
    }

    private Optional<Instant> latestPast(int arrivalYear) {
        Instant limit = arrival.plus(AHEAD);
        for (int year = arrivalYear + 1; year >= arrivalYear - YEARS_BACK; year--) {
            if (exists(year)) {
                Instant instant = at(date(year));
                if (!instant.isAfter(limit)) {
                    return Optional.of(instant);
                }
            }
        }
        return Optional.empty();
    }

    private boolean exists(int year) {
        return fields.dayOfYear != DateFields.UNSAID
                || LocalDate.of(year, fields.month, 1).lengthOfMonth() >= dayOfMonth();
    }

    /** Of an hour that comes twice when daylight saving time ends, the later one as soon as it is past. */
    private Instant at(LocalDate date) {
        ZonedDateTime first = ZonedDateTime.of(date, time(), zone);
        Instant second = first.withLaterOffsetAtOverlap().toInstant();
        return second.isBefore(arrival.plus(CLOCKS_DIFFER)) ? second : first.toInstant();
    }

    private LocalDate date(int year) {
        return fields.dayOfYear == DateFields.UNSAID
                ? LocalDate.of(year, fields.month, dayOfMonth())
                : LocalDate.ofYearDay(year, fields.dayOfYear);
    }

    private int dayOfMonth() {
        return Math.max(fields.day, 1);
    }

    private LocalTime time() {
        // A leap second is counted to the second before it, because a day has 86,400 of them here.
        return LocalTime.of(hour(), fields.minute, Math.min(fields.second, 59), fields.nano);
    }

    private int hour() {
        if (fields.hourOfHalf == DateFields.UNSAID) {
            return Math.max(fields.hour, 0);
        }
        return fields.hourOfHalf % 12 + (fields.afternoon ? 12 : 0);
    }
}
