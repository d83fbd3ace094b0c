// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    private final Times times = new Times(Clock.fixed(NOW, ZoneId.of("Europe/Berlin")));

    @Test
    void momentsAreInTheLocalZoneToTheSecond() {
        assertThat(times.moment(NOW.plusMillis(1999))).isEqualTo("2026-11-23 03:00:01");
    }

    @Test
    void spansAreSaidInTheirTwoLargestUnits() {
        assertThat(Times.span(Duration.ofSeconds(598))).isEqualTo("9 minutes 58 seconds");
        assertThat(Times.span(Duration.ofSeconds(90_061))).isEqualTo("1 day 1 hour");
        assertThat(Times.span(Duration.ofSeconds(3600))).isEqualTo("1 hour");
        assertThat(Times.span(Duration.ZERO)).isEqualTo("0 seconds");
    }

    @Test
    void anEndHasItsOwnWordsWhenItNeverComesOrIsPast() {
        assertThat(times.remaining(Optional.of(NOW.plusSeconds(61)))).isEqualTo("1 minute 1 second left");
        assertThat(times.remaining(Optional.of(NOW))).isEqualTo("ends now");
        assertThat(times.remaining(Optional.empty())).isEqualTo("for ever");
        assertThat(times.end(Optional.empty())).isEqualTo("for ever");
    }
}
