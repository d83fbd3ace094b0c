// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.time.Duration;
import java.time.Instant;

/** Spreads the renewal of all leases evenly over a period. Used by the maintenance thread only. */
final class RenewalPace {
    private final Duration period;
    private Instant last;
    private double owed;

    RenewalPace(Duration period, Instant start) {
        this.period = period;
        this.last = start;
    }

    /** How many of so many leases to renew now, the time since the last question considered. */
    int due(int leases, Instant now) {
        owed += leases * (double) Duration.between(last, now).toNanos() / period.toNanos();
        last = now;
        owed = Math.min(owed, leases);
        int due = (int) owed;
        owed -= due;
        return due;
    }
}
