// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.time.Duration;

/**
 * Until when something is waited for, by the time that nobody sets.
 *
 * @param nanos as {@link System#nanoTime} tells it
 */
record Deadline(long nanos) {

    static Deadline in(Duration patience) {
        return new Deadline(System.nanoTime() + patience.toNanos());
    }

    /** Waits until the thread has ended or the deadline is over; whether it has ended. */
    boolean join(Thread thread) throws InterruptedException {
        // To wait for no time at all is to wait for ever.
        long left = Math.max(1, (nanos - System.nanoTime()) / 1_000_000);
        thread.join(left);
        return !thread.isAlive();
    }
}
