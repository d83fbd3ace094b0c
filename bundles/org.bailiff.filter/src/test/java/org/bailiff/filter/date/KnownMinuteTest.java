// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A minute that is known comes to what the calendar says. */
class KnownMinuteTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final int ROUNDS = 200_000;

    private final KnownMinute minute = new KnownMinute();

    private static DateFields date(int year, int month, int day, int hour, int minute, int second) {
        DateFields fields = new DateFields();
        fields.clear();
        fields.year = year;
        fields.month = month;
        fields.day = day;
        fields.hour = hour;
        fields.minute = minute;
        fields.second = second;
        return fields;
    }

    private void keep(DateFields fields, Instant arrival) {
        minute.keep(fields, DateCompletion.instant(fields, arrival, BERLIN), BERLIN);
    }

    private boolean isKnown(DateFields fields, Instant arrival) {
        return minute.isOf(fields) && minute.holds(arrival);
    }

    @Test
    void anotherSecondOfTheMinuteIsKnown() {
        keep(date(DateFields.UNSAID, 11, 23, 12, 30, 0), NOON);
        DateFields later = date(DateFields.UNSAID, 11, 23, 12, 30, 59);

        assertThat(isKnown(later, NOON)).isTrue();
        assertThat(minute.instant(later)).contains(Instant.parse("2026-11-23T11:30:59Z"));
    }

    @Test
    void anotherMinuteIsNotKnown() {
        keep(date(DateFields.UNSAID, 11, 23, 12, 30, 0), NOON);

        assertThat(isKnown(date(DateFields.UNSAID, 11, 23, 12, 31, 0), NOON)).isFalse();
    }

    @Test
    void aDateWithoutYearIsAnotherOnceAYearHasGone() {
        DateFields date = date(DateFields.UNSAID, 11, 23, 12, 30, 0);
        keep(date, NOON);

        assertThat(isKnown(date, NOON.plusSeconds(364 * 86_400))).isFalse();
    }

    @Test
    void aMinuteThatComesTwiceIsNotKnown() {
        DateFields date = date(2026, 10, 25, 2, 30, 0);
        keep(date, NOON);

        assertThat(isKnown(date, NOON)).isFalse();
    }

    @Test
    void aMinuteThatTheClocksLeaveOutIsNotKnown() {
        DateFields date = date(2026, 3, 29, 2, 30, 0);
        keep(date, NOON);

        assertThat(isKnown(date, NOON)).isFalse();
    }

    @Test
    void whatIsKnownIsWhatTheCalendarSays() {
        long seed = Long.getLong("bailiff.seed", System.nanoTime());
        Random random = new Random(seed);
        int known = 0;
        for (int round = 0; round < ROUNDS; round++) {
            DateFields fields = random(random);
            Instant arrival = NOON.plusSeconds(random.nextInt(800 * 86_400));
            if (isKnown(fields, arrival)) {
                known++;
                assertThat(minute.instant(fields))
                        .as("seed %d, round %d", seed, round)
                        .isEqualTo(DateCompletion.instant(fields, arrival, BERLIN));
            } else {
                keep(fields, arrival);
            }
        }
        assertThat(known).isPositive();
    }

    /** Few minutes, among them those around the new year and changes of the clocks, so that many come again. */
    private static DateFields random(Random random) {
        int[][] days = {{1, 1}, {2, 29}, {2, 30}, {3, 29}, {10, 25}, {12, 31}};
        int[] day = days[random.nextInt(days.length)];
        DateFields fields =
                date(DateFields.UNSAID, day[0], day[1], 2 * random.nextInt(2), random.nextInt(2), random.nextInt(62));
        fields.nano = random.nextInt(1_000_000_000);
        fields.year = random.nextBoolean() ? 2026 + random.nextInt(2) : DateFields.UNSAID;
        fields.offset = random.nextInt(4) == 0 ? 3600 * random.nextInt(2) : DateFields.UNSAID;
        fields.dayOfYear = random.nextInt(8) == 0 ? 60 : DateFields.UNSAID;
        return fields;
    }
}
