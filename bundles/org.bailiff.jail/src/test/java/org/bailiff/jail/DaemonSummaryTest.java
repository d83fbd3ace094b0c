// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.config.Problem;
import org.bailiff.api.jail.DaemonStatus;
import org.bailiff.api.store.StoreStatus;
import org.junit.jupiter.api.Test;

class DaemonSummaryTest {
    private static final Problem LINE =
            new Problem(Problem.Severity.WARNING, "/data/overrides.conf", 4, "", "'x' was damaged");

    private static final Problem OTHER =
            new Problem(Problem.Severity.WARNING, "/data/overrides.conf", 9, "", "'y' was damaged");
    private static final StoreStatus HEALTHY = new StoreStatus(true, "", 0, 0, 0, 0, java.time.Duration.ZERO);

    private static DaemonStatus status(Problem... losses) {
        return DaemonSummary.of(List.of(), HEALTHY, List.of(losses), List.of())
                .status(Optional.empty(), "1", Instant.EPOCH, new Latencies());
    }

    @Test
    void withoutLossesItRuns() {
        assertThat(status().state()).isEqualTo(DaemonStatus.State.RUNNING);
        assertThat(status().reason()).isEmpty();
    }

    @Test
    void whatTheSettingsHaveLostDegradesItAndTheFirstIsNamed() {
        assertThat(status(LINE).state()).isEqualTo(DaemonStatus.State.DEGRADED);
        assertThat(status(LINE, OTHER).reason()).isEqualTo(LINE.toString());
    }

    @Test
    void everyAreaThatDoesNotWorkDegradesItAndIsNamed() {
        DaemonStatus status = DaemonSummary.of(List.of(), HEALTHY, List.of(), List.of(LINE, OTHER))
                .status(Optional.empty(), "1", Instant.EPOCH, new Latencies());

        assertThat(status.state()).isEqualTo(DaemonStatus.State.DEGRADED);
        assertThat(status.reason()).isEqualTo(LINE + "; " + OTHER);
    }
}
