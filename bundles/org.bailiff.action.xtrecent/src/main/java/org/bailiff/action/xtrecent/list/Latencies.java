// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.time.Duration;
import java.util.Arrays;

/** How long the last changes took. Guarded by the list's lock. */
final class Latencies {
    private static final double MOST_OF_THEM = 0.99;

    private final long[] nanos = new long[512];
    private int count;
    /** What was answered last; null if another was added since. */
    private Duration answered = Duration.ZERO;

    void add(Duration latency) {
        nanos[count++ % nanos.length] = latency.toNanos();
        // The ring goes on where it is, long before the count could overflow.
        count = count == 2 * nanos.length ? nanos.length : count;
        answered = null;
    }

    /** The 99th percentile; zero if there was none. */
    Duration p99() {
        if (answered == null) {
            int known = Math.min(count, nanos.length);
            answered = Duration.ofNanos(largest(known - (int) Math.ceil(MOST_OF_THEM * known) + 1, known));
        }
        return answered;
    }

    /** The so manieth largest, from 1: there are few of them, and a jail with hundreds of lists asks each for it. */
    private long largest(int place, int known) {
        long[] largest = new long[place];
        Arrays.fill(largest, Long.MIN_VALUE);
        for (int index = 0; index < known; index++) {
            if (nanos[index] > largest[0]) {
                largest[0] = nanos[index];
                Arrays.sort(largest);
            }
        }
        return largest[0];
    }
}
