// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.bailiff.api.jail.DaemonStatus;
import org.junit.jupiter.api.Test;

class RecentStatusTest {
    private int jails;
    private int asked;
    private final RecentStatus recent = new RecentStatus(this::status);

    private DaemonStatus status() {
        asked++;
        return new DaemonStatus(
                DaemonStatus.State.RUNNING,
                "",
                "0",
                Instant.EPOCH,
                jails,
                1,
                2,
                3,
                4,
                5,
                6,
                Duration.ZERO,
                Duration.ZERO);
    }

    @Test
    void ofFewJailsEveryReaderGetsTheSumOfNow() {
        jails = RecentStatus.FEW_JAILS;
        recent.look();

        recent.get();
        recent.get();

        assertThat(asked).isEqualTo(3);
    }

    @Test
    void ofManyJailsReadersGetTheSumOfTheLastLook() {
        jails = RecentStatus.FEW_JAILS + 1;
        recent.look();

        assertThat(recent.get()).isSameAs(recent.get());
        assertThat(asked).isEqualTo(1);

        recent.look();
        recent.get();

        assertThat(asked).isEqualTo(2);
    }

    @Test
    void beforeTheFirstLookTheSumIsMade() {
        jails = 1000;

        assertThat(recent.get().jails()).isEqualTo(1000);
    }
}
