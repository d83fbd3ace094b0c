// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.syslog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PausesTest {

    @Test
    void eachIsTwiceAsLongUpToAMinute() {
        Pauses pauses = new Pauses();

        assertThat(Stream.generate(pauses::afterFailure).limit(8).map(Duration::toSeconds))
                .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
        pauses.afterSuccess();
        assertThat(pauses.afterFailure()).isEqualTo(Duration.ofSeconds(1));
    }
}
