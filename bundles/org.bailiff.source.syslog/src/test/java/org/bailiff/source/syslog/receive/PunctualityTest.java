// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.syslog.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PunctualityTest {
    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

    private static Optional<Instant> ago(long seconds) {
        return Optional.of(NOW.minusSeconds(seconds));
    }

    @Test
    void aTimeThatIsHardlyOffIsTheEvents() {
        assertThat(Punctuality.ofNews().timeOf(ago(60), NOW)).isEqualTo(NOW.minusSeconds(60));
        assertThat(Punctuality.ofNews().timeOf(ago(-60), NOW)).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void noTimeIsNow() {
        assertThat(Punctuality.since(NOW).timeOf(Optional.empty(), NOW)).isEqualTo(NOW);
    }

    @Test
    void anOddTimeOfADatagramIsNow() {
        assertThat(Punctuality.ofNews().timeOf(ago(61), NOW)).isEqualTo(NOW);
        assertThat(Punctuality.ofNews().timeOf(ago(-61), NOW)).isEqualTo(NOW);
    }

    @Test
    void aBacklogKeepsItsTimesUntilItHasCaughtUp() {
        Punctuality connection = Punctuality.since(NOW);

        assertThat(connection.timeOf(ago(3600), NOW)).isEqualTo(NOW.minusSeconds(3600));
        assertThat(connection.timeOf(ago(-3600), NOW)).as("to come").isEqualTo(NOW);
        assertThat(connection.timeOf(ago(30), NOW)).isEqualTo(NOW.minusSeconds(30));
        assertThat(connection.timeOf(ago(3600), NOW)).isEqualTo(NOW);
    }

    @Test
    void aConnectionThatIsNeverPunctualHasAWrongClock() {
        Punctuality connection = Punctuality.since(NOW.minusSeconds(61));

        assertThat(connection.timeOf(ago(3600), NOW)).isEqualTo(NOW);
    }
}
