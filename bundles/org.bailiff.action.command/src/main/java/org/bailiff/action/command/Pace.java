// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.command;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/** When the next command may be run: not more often than the rate, and after failures ever later. Used by one thread. */
final class Pace {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    /** Doubled so often, the first pause is longer than the longest. */
    private static final int MOST_DOUBLINGS = 9;

    private final Rate rate;
    private final LongSupplier steady;
    /** When commands were begun, the oldest first; as many as the rate allows. */
    private final Deque<Long> begun = new ArrayDeque<>();

    private int failures;
    private long notBefore;

    /**
     * @param steady nanoseconds that only grow
     */
    Pace(Rate rate, LongSupplier steady) {
        this.rate = rate;
        this.steady = steady;
        this.notBefore = steady.getAsLong();
    }

    /** How long to wait; zero if a command may be run now. */
    Duration untilNext() {
        long now = steady.getAsLong();
        long wait = Math.max(0, notBefore - now);
        if (begun.size() >= rate.commands()) {
            wait = Math.max(wait, begun.peekFirst() + rate.period().toNanos() - now);
        }
        return Duration.ofNanos(wait);
    }

    void began() {
        begun.addLast(steady.getAsLong());
        if (begun.size() > rate.commands()) {
            begun.removeFirst();
        }
    }

    void succeeded() {
        failures = 0;
        notBefore = steady.getAsLong();
    }

    void failed() {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        failures++;
        Duration pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        notBefore = steady.getAsLong() + pause.toNanos();
    }

    /** How many commands have failed since the last that did not. */
    int failures() {
        return failures;
    }
}
