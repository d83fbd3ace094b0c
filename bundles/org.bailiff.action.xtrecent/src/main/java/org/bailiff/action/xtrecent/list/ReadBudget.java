// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * What reading whole lists may cost: the hundredth part of a core, all lists together. A list is walked from its beginning
 * for every 4 KB, under a lock of the kernel's, so the price of a look grows with the square of its size. Thread-safe.
 */
final class ReadBudget {
    private static final int SHARE = 100;
    /** What may be saved up: a look at a list of a thousand entries. */
    private static final Duration MOST = Duration.ofMillis(100);

    private final InstantSource time;
    private Instant last;
    private Duration balance = MOST;

    ReadBudget(InstantSource time) {
        this.time = time;
        this.last = time.instant();
    }

    /** Whether a look may be made now. One that costs more than there is keeps others waiting until it is paid for. */
    synchronized boolean allows() {
        Instant now = time.instant();
        Duration earned = Duration.between(last, now).dividedBy(SHARE);
        last = now;
        balance = balance.plus(earned);
        balance = balance.compareTo(MOST) > 0 ? MOST : balance;
        return !balance.isNegative();
    }

    /** Takes what a look has cost. */
    synchronized void spend(Duration cost) {
        balance = balance.minus(cost);
    }
}
