// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.syslog.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimestampTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static Timestamp read(String text, String arrival) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        Cursor cursor = new Cursor(bytes, 0, bytes.length);
        Timestamp found = Timestamp.read(cursor, BERLIN, Instant.parse(arrival));
        assertThat(cursor.position() > 0).as("whether it was moved over").isEqualTo(found.stands());
        return found;
    }

    @ParameterizedTest
    @CsvSource({
        "Nov 26 10:59:58, 2026-11-26T09:59:58Z",
        "Nov  1 10:59:58, 2026-11-01T09:59:58Z",
        "Nov 1 10:59:58, 2026-11-01T09:59:58Z",
        "Nov 01 10:59:58, 2026-11-01T09:59:58Z",
        "Nov 26 10:59:58.25, 2026-11-26T09:59:58.250Z",
        "Nov 26 2025 10:59:58, 2025-11-26T09:59:58Z",
        "Nov 26 10:59:58:, 2026-11-26T09:59:58Z",
        // The latest that is past, or hardly to come.
        "Nov 27 09:00:00, 2026-11-27T08:00:00Z",
        "Nov 28 12:00:00, 2025-11-28T11:00:00Z",
        "Jul 14 12:00:00, 2026-07-14T10:00:00Z",
        "2026-11-26T10:59:58, 2026-11-26T09:59:58Z",
        "2026-11-26T09:59:58Z, 2026-11-26T09:59:58Z",
        "2026-11-26T09:59:58.123456789Z, 2026-11-26T09:59:58.123456789Z",
        "2026-11-26T04:29:58.5-05:30, 2026-11-26T09:59:58.500Z"
    })
    void bothFormsAreRead(String text, String time) {
        assertThat(read(text + " h", "2026-11-26T10:00:00Z").time()).contains(Instant.parse(time));
    }

    @ParameterizedTest
    @CsvSource({
        "Dec 31 23:59:59, 2027-01-01T00:10:00Z, 2026-12-31T22:59:59Z",
        "Jan  1 00:00:01, 2026-12-31T22:59:00Z, 2026-12-31T23:00:01Z",
        "Feb 29 12:00:00, 2028-03-01T00:00:00Z, 2028-02-29T11:00:00Z"
    })
    void theTurnOfTheYearIsNoYearAway(String text, String arrival, String time) {
        assertThat(read(text, arrival).time()).contains(Instant.parse(time));
    }

    @ParameterizedTest
    @CsvSource({
        "Feb 30 12:00:00",
        "Nov 99 99:99:99",
        "Nov 26 24:00:00",
        "2026-13-01T00:00:00Z",
        "2026-11-26T10:59:60Z",
        "2026-11-26T10:59:58+99:00",
        "2026-11-26T10:59:58+1",
        "Feb 29 2026 12:00:00"
    })
    void aSillyTimeIsMovedOverAndSaysNothing(String text) {
        Timestamp found = read(text + " h", "2026-11-26T10:00:00Z");

        assertThat(found.stands()).as(text).isEqualTo(!text.endsWith("+1"));
        assertThat(found.time()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "nov 26 10:59:58",
        "Nov26 10:59:58",
        "Nov 26 10:59",
        "Nov 26 1:59:58",
        "Nov 26 10:59:58x",
        "Nov",
        "''",
        "-",
        "2026-11-26",
        "2026-11-26 10:59:58",
        "26-11-26T10:59:58Z",
        "2026-11-26T10:59:58Zulu",
        "1990 Oct 22 10:52:01"
    })
    void whatIsOfNeitherFormIsText(String text) {
        assertThat(read(text, "2026-11-26T10:00:00Z")).isEqualTo(Timestamp.NONE);
    }
}
