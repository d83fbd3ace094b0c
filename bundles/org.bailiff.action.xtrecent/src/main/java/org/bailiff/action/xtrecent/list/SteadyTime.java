// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Time that nobody sets: for leases, which the kernel counts in jiffies. It begins as the clock's and then runs at its
 * own pace; like jiffies it stands still while the machine sleeps.
 */
final class SteadyTime implements InstantSource {
    private final Instant start;
    private final long startNanos = System.nanoTime();

    SteadyTime(InstantSource clock) {
        start = clock.instant();
    }

    @Override
    public Instant instant() {
        return start.plus(Duration.ofNanos(System.nanoTime() - startNanos));
    }
}
