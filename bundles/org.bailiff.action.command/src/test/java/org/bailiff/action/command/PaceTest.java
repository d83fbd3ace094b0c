// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
    private final ManualTime time = new ManualTime();
    private final Pace pace =
            new Pace(new Rate(3, Duration.ofSeconds(60)), time.times().steady());

    @Test
    void soManyCommandsAreRunWithinTheTime() {
        for (int count = 0; count < 3; count++) {
            assertThat(pace.untilNext()).isZero();
            pace.began();
            pace.succeeded();
            time.pass(Duration.ofSeconds(10));
        }

        assertThat(pace.untilNext()).isEqualTo(Duration.ofSeconds(30));
        time.pass(Duration.ofSeconds(30));
        assertThat(pace.untilNext()).isZero();
        pace.began();
        assertThat(pace.untilNext()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void pausesGrowWithFailuresAndEndWithASuccess() {
        Pace fast = new Pace(new Rate(1000, Duration.ofSeconds(1)), time.times().steady());
        long[] seconds = {1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300};
        for (long pause : seconds) {
            fast.failed();
            assertThat(fast.untilNext()).isEqualTo(Duration.ofSeconds(pause));
            time.pass(Duration.ofSeconds(pause));
            assertThat(fast.untilNext()).isZero();
        }

        fast.succeeded();

        assertThat(fast.untilNext()).isZero();
        fast.failed();
        assertThat(fast.untilNext()).isEqualTo(Duration.ofSeconds(1));
    }
}
