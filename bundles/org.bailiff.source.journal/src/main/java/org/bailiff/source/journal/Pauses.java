// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.journal;

import java.time.Duration;

/** How long to wait before the next attempt: longer after each that failed soon, and short again after one that lasted. */
final class Pauses {
    private static final Duration SHORTEST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration LASTING = Duration.ofSeconds(10);

    private Duration next = SHORTEST;

    /** The pause after an attempt that took so long. */
    Duration after(Duration attempt) {
        if (attempt.compareTo(LASTING) >= 0) {
            next = SHORTEST;
        }
        Duration pause = next;
        Duration doubled = pause.multipliedBy(2);
        next = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        return pause;
    }
}
