// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.syslog;

import java.time.Duration;

/** How long to wait before the next attempt: longer after each that failed. */
final class Pauses {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private Duration next = SHORTEST;

    Duration afterFailure() {
        Duration pause = next;
        Duration doubled = pause.multipliedBy(2);
        next = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        return pause;
    }

    void afterSuccess() {
        next = SHORTEST;
    }
}
