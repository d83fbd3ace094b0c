// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.time.Duration;
import java.util.Arrays;

/** How long the last ones of something took. Thread-safe. */
final class Latencies {
    private static final int KEPT = 1024;

    private final long[] nanos = new long[KEPT];
    private int count;

    synchronized void add(Duration latency) {
        nanos[count % KEPT] = latency.toNanos();
        count = count == 2 * KEPT ? KEPT + 1 : count + 1;
    }

    /** The duration that this share of the last ones stayed within; zero if there were none. */
    synchronized Duration percentile(double share) {
        int known = Math.min(count, KEPT);
        if (known == 0) {
            return Duration.ZERO;
        }
        long[] sorted = Arrays.copyOf(nanos, known);
        Arrays.sort(sorted);
        return Duration.ofNanos(sorted[(int) Math.min(known - 1L, Math.round(share * known))]);
    }
}
