// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.command;

import java.time.Duration;
import java.util.Arrays;
import org.bailiff.api.action.ActionStatus;

/** Counts what commands did, for people. Thread-safe. */
final class Tally {
    private static final int KEPT = 200;

    private final long[] nanos = new long[KEPT];
    private long succeeded;
    private long failed;
    private long givenUp;
    /** What the last command failed with; empty if it did not. */
    private String failure = "";

    synchronized void succeeded(Duration took) {
        nanos[(int) (succeeded++ % KEPT)] = took.toNanos();
        failure = "";
    }

    synchronized void failed(String reason) {
        failed++;
        failure = reason;
    }

    synchronized void gaveUp() {
        givenUp++;
    }

    /** What the last command failed with; empty if it did not. */
    synchronized String failure() {
        return failure;
    }

    synchronized long givenUp() {
        return givenUp;
    }

    /** What was done, with the bans that were not told for want of room. */
    synchronized ActionStatus.Totals totals(long dropped) {
        return new ActionStatus.Totals(succeeded, failed, dropped, 0, 0, p99());
    }

    private Duration p99() {
        int count = (int) Math.min(succeeded, KEPT);
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return count == 0 ? Duration.ZERO : Duration.ofNanos(sorted[(int) Math.ceil(count * 0.99) - 1]);
    }
}
