// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AttemptLimitTest {
    private final MovedClock clock = new MovedClock();
    private final AttemptLimit limit = new AttemptLimit(clock);

    @Test
    void tenLoginsFromOneHostMayFailWithinAMinute() {
        assertThat(begin("192.0.2.1", 20)).isEqualTo(10);
        assertThat(begin("192.0.2.2", 1)).isEqualTo(1);

        clock.move(Duration.ofSeconds(59));
        assertThat(begin("192.0.2.1", 1)).isZero();

        clock.move(Duration.ofSeconds(1));
        assertThat(begin("192.0.2.1", 1)).isEqualTo(1);
    }

    @Test
    void twentyLoginsInAllMayFailWithinAMinuteHoweverManyHostsThereAre() {
        int begun = 0;
        for (int host = 0; host < 100; host++) {
            begun += begin("192.0.2." + host, 1);
        }

        assertThat(begun).isEqualTo(20);
    }

    @Test
    void aLoginThatSucceedsDoesNotCount() {
        for (int login = 0; login < 100; login++) {
            assertThat(limit.begin("192.0.2.1")).isTrue();
            limit.succeeded("192.0.2.1");
        }
        assertThat(begin("192.0.2.1", 20)).isEqualTo(10);
    }

    @Test
    void aClockThatIsSetBackLocksNobodyOut() {
        begin("192.0.2.1", 20);

        clock.move(Duration.ofDays(-1));

        assertThat(begin("192.0.2.1", 1)).isEqualTo(1);
    }

    private int begin(String host, int times) {
        int begun = 0;
        for (int time = 0; time < times; time++) {
            begun += limit.begin(host) ? 1 : 0;
        }
        return begun;
    }
}
