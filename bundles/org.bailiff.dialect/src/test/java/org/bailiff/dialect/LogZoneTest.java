// SPDX-License-Identifier: Apache-2.0
package org.bailiff.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogZoneTest {
    private static final Instant SUMMER = Instant.parse("2026-07-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "UTC, Z",
        "Z, Z",
        "gmt, Z",
        "UTC+0200, +02:00",
        "UTC+02:00, +02:00",
        "utc+2, +02:00",
        "GMT-05:30, -05:30",
        "+0200, +02:00",
        "-0330, -03:30",
        "' CEST ', +02:00",
        "EST, -05:00",
        "Europe/Berlin, +02:00",
        "Asia/Kolkata, +05:30",
    })
    void zonesMeanWhatTheyMeanInFail2banAndInTheSystem(String written, String offset) {
        assertThat(LogZone.parse(written).getRules().getOffset(SUMMER).getId()).isEqualTo(offset);
    }

    @Test
    void anAbbreviationIsTheSameTimeAllTheYear() {
        assertThat(LogZone.parse("CET").getRules().isFixedOffset()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Europe/Nowhere", "UTC+99", "UTC 0200", "+02:99", "../etc/passwd"})
    void whatIsNoZoneIsRefusedWithExamples(String written) {
        assertThatThrownBy(() -> LogZone.parse(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + written + "' is no known time zone; e.g. UTC, UTC+0200, GMT-05:30 or Europe/Berlin");
    }
}
