// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Tries again, with growing pauses, what a disk did not take, for as long as the daemon runs. */
final class DiskRetry implements Runnable {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    /** Also the pause while there is nothing to try. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final BooleanSupplier attempt;
    private final ScheduledExecutorService thread;
    private Duration pause = FIRST_PAUSE;

    /**
     * @param attempt tries, and tells whether nothing is left to be tried; must not throw
     * @param thread who stops it ends the tries
     */
    DiskRetry(BooleanSupplier attempt, ScheduledExecutorService thread) {
        this.attempt = attempt;
        this.thread = thread;
    }

    /** Tries once; the next try is the thread's. */
    @Override
    public void run() {
        boolean done = attempt.getAsBoolean();
        Duration wait = done ? LONGEST_PAUSE : pause;
        pause = done ? FIRST_PAUSE : longer(pause);
        thread.schedule(this, wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }
}
