// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PausesTest {

    @Test
    void pausesGrowToABoundAndAreShortAgainAfterAnAttemptThatLasted() {
        Pauses pauses = new Pauses();

        assertThat(Stream.generate(() -> pauses.after(Duration.ZERO)).limit(9).map(Duration::toMillis))
                .containsExactly(250L, 500L, 1000L, 2000L, 4000L, 8000L, 16000L, 30000L, 30000L);
        assertThat(pauses.after(Duration.ofSeconds(10))).isEqualTo(Duration.ofMillis(250));
    }
}
