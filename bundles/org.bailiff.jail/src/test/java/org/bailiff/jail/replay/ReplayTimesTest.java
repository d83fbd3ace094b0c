// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayTimesTest {
    private final ReplayTimes times = new ReplayTimes(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.ofHours(2));

    @ParameterizedTest
    @CsvSource({
        "7d, 2026-11-15T12:00:00Z",
        "1h30m, 2026-11-22T10:30:00Z",
        "2026-11-20, 2026-11-19T22:00:00Z",
        "2026-11-20 04:15, 2026-11-20T02:15:00Z",
        "2026-11-20T04:15:08, 2026-11-20T02:15:08Z",
        "2026-11-20T04:15:08Z, 2026-11-20T04:15:08Z",
        "2026-11-20T04:15:08+01:00, 2026-11-20T03:15:08Z"
    })
    void aMomentIsWrittenInOneOfTheseWays(String text, Instant moment) {
        assertThat(times.parse(text)).isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "-7d", "7x", "2026-13-01", "2026-11-20T", "noon", "99999999999999y"})
    void anythingElseIsRefusedWithASentence(String text) {
        assertThatThrownBy(() -> times.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'");
    }
}
