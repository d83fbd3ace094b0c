// SPDX-License-Identifier: Apache-2.0
package org.bailiff.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeSpanTest {

    @ParameterizedTest
    @CsvSource({
        "600, 600",
        "' 90 ', 90",
        "0, 0",
        "-1, -1",
        "-10m, -600",
        "10m, 600",
        "10 min, 600",
        "1M, 60",
        "1h30m, 5400",
        "1h 30m, 5400",
        "1h+1m, 3660",
        "1 hour 30 min, 5400",
        "1.5h, 5400",
        "1d 12h, 129600",
        "1d12, 86412",
        "1w, 604800",
        "2mo, 5259600",
        "1month, 2629800",
        "1Y, 31557600",
        ".5h, 1800",
        "3mi, 180",
        "1hou, 3600",
        "7da, 604800",
        "2we, 1209600",
        "1yea, 31557600",
        "60*60*24, 86400",
        "2*1h, 7200",
        "1d-12h, 43200",
    })
    void timesMeanWhatTheyMeanInFail2ban(String written, long seconds) {
        assertThat(TimeSpan.parseSeconds(written)).isEqualTo(seconds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "m", "10x", "ten", "1e3", "1 *", "2 * * 3", "1.5.5", "10m;", "999999999999y"})
    void whatIsNoTimeIsRefusedWithExamples(String written) {
        assertThatThrownBy(() -> TimeSpan.parseSeconds(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + written.strip() + "' is not a time; e.g. 600, 10m, 1h30m, 1d12h or 1w");
    }
}
