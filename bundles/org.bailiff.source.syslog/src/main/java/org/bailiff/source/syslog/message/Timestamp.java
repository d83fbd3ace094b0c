// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.syslog.message;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The time that a message says, in one of the two forms that senders write: {@code Oct 11 22:14:15} with or without a year
 * behind the day, and {@code 2003-10-11T22:14:15.003Z}.
 *
 * @param stands whether there was anything of such a form
 * @param time what it says; empty if there is no such time
 */
record Timestamp(boolean stands, Optional<Instant> time) {
    /** None, where one was looked for. */
    static final Timestamp NONE = new Timestamp(false, Optional.empty());

    private static final Timestamp SILLY = new Timestamp(true, Optional.empty());
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
    private static final int NAME_LENGTH = 3;
    /** So much later than now a time without a year may be, before it is taken for one of last year. */
    private static final Duration AHEAD = Duration.ofDays(1);

    /**
     * Reads the time that stands at the cursor, with the blank or end behind it; if none does, the cursor stays.
     *
     * @param zone of a time that names none
     * @param arrival a time without a year is the latest before it, or hardly later
     */
    static Timestamp read(Cursor cursor, ZoneId zone, Instant arrival) {
        int start = cursor.position();
        Timestamp found = traditional(cursor, zone, arrival);
        if (!found.stands) {
            cursor.backTo(start);
            found = precise(cursor, zone);
        }
        if (!found.stands || !cursor.isAtEndOr(' ')) {
            cursor.backTo(start);
            return NONE;
        }
        cursor.skip(' ');
        return found;
    }

    private static Timestamp traditional(Cursor cursor, ZoneId zone, Instant arrival) {
        int month = month(cursor);
        if (month == 0 || !cursor.skip(' ')) {
            return NONE;
        }
        cursor.skip(' ');
        int day = cursor.number(1, 2);
        if (day < 0 || !cursor.skip(' ')) {
            return NONE;
        }
        int year = year(cursor);
        Clock clock = Clock.read(cursor);
        cursor.skip(':');
        if (!clock.stands) {
            return NONE;
        }
        return year > 0
                ? checked(() -> clock.on(year, month, day).atZone(zone).toInstant())
                : checked(() -> latest(clock, month, day, zone, arrival));
    }

    private static int month(Cursor cursor) {
        for (int month = 1; month <= MONTHS.length() / NAME_LENGTH; month++) {
            int start = cursor.position();
            int at = (month - 1) * NAME_LENGTH;
            if (cursor.skip(MONTHS.charAt(at))
                    && cursor.skip(MONTHS.charAt(at + 1))
                    && cursor.skip(MONTHS.charAt(at + 2))) {
                return month;
            }
            cursor.backTo(start);
        }
        return 0;
    }

    /** The year that some senders write behind the day; 0 if there is none. */
    private static int year(Cursor cursor) {
        int start = cursor.position();
        int year = cursor.number(4, 4);
        if (year > 0 && cursor.skip(' ')) {
            return year;
        }
        cursor.backTo(start);
        return 0;
    }

    private static Instant latest(Clock clock, int month, int day, ZoneId zone, Instant arrival) {
        Instant latest = arrival.plus(AHEAD);
        int year = latest.atZone(zone).getYear();
        Instant thisYear = clock.on(year, month, day).atZone(zone).toInstant();
        return thisYear.isAfter(latest)
                ? clock.on(year - 1, month, day).atZone(zone).toInstant()
                : thisYear;
    }

    private static Timestamp precise(Cursor cursor, ZoneId zone) {
        int year = cursor.number(4, 4);
        boolean written = year >= 0 && cursor.skip('-');
        int month = written ? cursor.number(2, 2) : -1;
        written = month >= 0 && cursor.skip('-');
        int day = written ? cursor.number(2, 2) : -1;
        if (day < 0 || !cursor.skip('T')) {
            return NONE;
        }
        Clock clock = Clock.read(cursor);
        if (!clock.stands) {
            return NONE;
        }
        try {
            ZoneId said = offset(cursor).orElse(zone);
            return checked(() -> clock.on(year, month, day).atZone(said).toInstant());
        } catch (DateTimeException silly) {
            return SILLY;
        }
    }

    /** @throws DateTimeException if there is no such offset */
    private static Optional<ZoneId> offset(Cursor cursor) {
        if (cursor.skip('Z')) {
            return Optional.of(ZoneOffset.UTC);
        }
        int sign = cursor.skip('+') ? 1 : cursor.skip('-') ? -1 : 0;
        if (sign == 0) {
            return Optional.empty();
        }
        int hours = cursor.number(2, 2);
        int minutes = cursor.skip(':') ? cursor.number(2, 2) : -1;
        if (hours < 0 || minutes < 0) {
            throw new DateTimeException("an offset of other than four digits");
        }
        return Optional.of(ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes));
    }

    private static Timestamp checked(Supplier<Instant> time) {
        try {
            return new Timestamp(true, Optional.of(time.get()));
        } catch (DateTimeException silly) {
            return SILLY;
        }
    }

    /** The time of the day. */
    private record Clock(boolean stands, int hour, int minute, int second, int nanos) {
        private static final Clock NONE = new Clock(false, 0, 0, 0, 0);
        private static final int NANO_DIGITS = 9;

        static Clock read(Cursor cursor) {
            int hour = cursor.number(2, 2);
            int minute = hour >= 0 && cursor.skip(':') ? cursor.number(2, 2) : -1;
            int second = minute >= 0 && cursor.skip(':') ? cursor.number(2, 2) : -1;
            if (second < 0) {
                return NONE;
            }
            return new Clock(true, hour, minute, second, cursor.skip('.') ? nanos(cursor) : 0);
        }

        private static int nanos(Cursor cursor) {
            int start = cursor.position();
            int fraction = Math.max(0, cursor.number(1, NANO_DIGITS));
            for (int digits = cursor.position() - start; digits < NANO_DIGITS; digits++) {
                fraction *= 10;
            }
            return fraction;
        }

        /** @throws DateTimeException if there is no such time */
        LocalDateTime on(int year, int month, int day) {
            return LocalDateTime.of(year, month, day, hour, minute, second, nanos);
        }
    }
}
