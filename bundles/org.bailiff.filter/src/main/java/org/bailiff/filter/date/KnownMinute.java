// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.date;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * When the minute began that the last date names: of another date in it only the seconds need be added, which is many times
 * as fast as to ask the calendar again. None is known at first. Owned by one stream; used by one thread.
 */
final class KnownMinute {
    /** Beyond it, a clock that runs ahead is not allowed for, and the date is a year older. */
    private static final long AHEAD = Duration.ofDays(1).toSeconds();
    /** Less than a year, whatever its offsets are: the same day a year later is farther ahead. */
    private static final long YEAR = Duration.ofDays(364).toSeconds();

    private static final int LAST_SECOND = 59;

    private boolean known;
    private long begin;
    private int year;
    private int month;
    private int day;
    private int hour;
    private int minute;
    private int offset;

    /**
     * Keeps the minute of a date, or none where seconds alone do not make the difference.
     *
     * @param zone of a date that names none
     */
    void keep(DateFields said, Optional<Instant> instant, ZoneId zone) {
        known = instant.isPresent() && isPlain(said) && isEven(said, instant.get(), zone);
        if (!known) {
            return;
        }
        begin = instant.get().getEpochSecond() - secondOf(said);
        year = said.year;
        month = said.month;
        day = said.day;
        hour = said.hour;
        minute = said.minute;
        offset = said.offset;
    }

    /** Whether it says a month, a day of it and an hour of that. */
    private static boolean isPlain(DateFields said) {
        return !said.isCounted
                && said.dayOfYear == DateFields.UNSAID
                && said.hourOfHalf == DateFields.UNSAID
                && said.month != DateFields.UNSAID
                && said.day != DateFields.UNSAID
                && said.hour != DateFields.UNSAID;
    }

    /** Whether clocks are not changed in the minute, and it comes once. */
    private static boolean isEven(DateFields said, Instant instant, ZoneId zone) {
        if (said.offset != DateFields.UNSAID) {
            return true;
        }
        LocalDateTime local = LocalDateTime.ofInstant(instant, zone).withSecond(0);
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        return local.getHour() == said.hour
                && local.getMinute() == said.minute
                && offsets.size() == 1
                && offsets.equals(zone.getRules().getValidOffsets(local.withSecond(LAST_SECOND)));
    }

    /** Whether it is that of the date. */
    boolean isOf(DateFields said) {
        return known
                && said.minute == minute
                && said.hour == hour
                && said.day == day
                && said.month == month
                && said.year == year
                && said.offset == offset
                && isPlain(said);
    }

    /** Whether it is still the one that the date means, in a line which arrived then. */
    boolean holds(Instant arrival) {
        long limit = arrival.getEpochSecond() + AHEAD;
        return known && (year != DateFields.UNSAID || begin + LAST_SECOND < limit && begin > limit - YEAR);
    }

    /** When the date is, which is in this minute. */
    Optional<Instant> instant(DateFields said) {
        return Optional.of(Instant.ofEpochSecond(begin + secondOf(said), said.nano));
    }

    /** As in {@link DateCompletion}, a leap second is counted to the second before it. */
    private static int secondOf(DateFields said) {
        return Math.min(said.second, LAST_SECOND);
    }
}
