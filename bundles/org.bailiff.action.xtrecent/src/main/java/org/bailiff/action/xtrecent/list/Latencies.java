// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.time.Duration;
import java.util.Arrays;

/** How long the last changes took. Guarded by the list's lock. */
final class Latencies {
    private static final double MOST_OF_THEM = 0.99;

    private final long[] nanos = new long[512];
    private int count;

    void add(Duration latency) {
        nanos[count++ % nanos.length] = latency.toNanos();
        // The ring goes on where it is, long before the count could overflow.
        count = count == 2 * nanos.length ? nanos.length : count;
    }

    /** The 99th percentile; zero if there was none. */
    Duration p99() {
        int known = Math.min(count, nanos.length);
        if (known == 0) {
            return Duration.ZERO;
        }
        long[] sorted = Arrays.copyOf(nanos, known);
        Arrays.sort(sorted);
        return Duration.ofNanos(sorted[(int) Math.ceil(MOST_OF_THEM * known) - 1]);
    }
}
