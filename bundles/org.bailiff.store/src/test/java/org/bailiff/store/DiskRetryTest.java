// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DiskRetryTest {
    private final Pauses thread = new Pauses();
    private boolean done;

    @AfterEach
    void end() {
        thread.shutdownNow();
    }

    @Test
    void thePausesGrowUpToAMinute() {
        DiskRetry retry = new DiskRetry(() -> done, thread);

        for (int tries = 0; tries < 8; tries++) {
            retry.run();
        }

        assertThat(thread.seconds).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
    }

    @Test
    void whatIsDoneIsLookedAtOnceAMinuteAndTriedAgainFastWhenItFailsAgain() {
        DiskRetry retry = new DiskRetry(() -> done, thread);

        retry.run();
        retry.run();
        done = true;
        retry.run();
        retry.run();
        done = false;
        retry.run();
        retry.run();

        assertThat(thread.seconds).containsExactly(1L, 2L, 60L, 60L, 1L, 2L);
    }

    /** Notes for how long it was to wait, and runs nothing. */
    private static final class Pauses extends ScheduledThreadPoolExecutor {
        private final List<Long> seconds = new ArrayList<>();

        Pauses() {
            super(1);
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable work, long delay, TimeUnit unit) {
            seconds.add(unit.toSeconds(delay));
            return null;
        }
    }
}
