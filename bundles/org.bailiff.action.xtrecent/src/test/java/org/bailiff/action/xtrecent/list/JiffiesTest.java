// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JiffiesTest {
    private static final Instant START = Instant.parse("2026-11-01T12:00:00Z");

    private final Jiffies jiffies = new Jiffies();

    private void note(long stamp, int millis) {
        Instant moment = START.plusMillis(millis);
        jiffies.note(stamp, moment, moment);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 250, 300, 1000})
    void twoStampsOfKnownMomentsTellTheRateAndSoAllOthers(int rate) {
        note(5000, 0);
        // Half a second later, and one jiffy off.
        note(5000 + rate / 2 + 1, 500);

        assertThat(jiffies.moment(5000 + 60L * rate).orElseThrow())
                .isBetween(START.plusMillis(59_950), START.plusMillis(60_050));
    }

    @Test
    void oneStampTellsNothing() {
        note(5000, 0);

        assertThat(jiffies.areCalibrated()).isFalse();
        assertThat(jiffies.moment(5000)).isEmpty();
    }

    @Test
    void aWriteThatTookLongDoesNotTellWhenItsStampWasMade() {
        jiffies.note(5000, START, START.plusMillis(50));
        note(5125, 500);
        assertThat(jiffies.areCalibrated()).isFalse();

        note(5250, 1000);

        assertThat(jiffies.moment(5250)).contains(START.plusMillis(1000));
    }

    @Test
    void anUnusualRateIsBelievedAfterALongTimeOnly() {
        note(0, 0);
        note(68, 500);
        assertThat(jiffies.areCalibrated()).isFalse();

        note(136 * 30, 30_000);

        assertThat(jiffies.moment(136 * 40)).contains(START.plusSeconds(40));
    }

    @Test
    void stampsOfThirtyTwoBitsBeginAnew() {
        assertThat(Jiffies.isBefore(0xffff_fff0L, 5)).isTrue();
        assertThat(Jiffies.isBefore(5, 0xffff_fff0L)).isFalse();
        assertThat(Jiffies.between(0xffff_fff0L, 5)).isEqualTo(21);
        assertThat(Jiffies.between(0xffff_fff0L, 0x1_0000_0005L)).isEqualTo(21);
    }
}
