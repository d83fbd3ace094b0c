// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The kernel's stamps as moments. A stamp counts jiffies, of which nobody but the kernel knows how many a second has;
 * stamps of our own writes tell. Calibrated by the maintenance thread, asked by any.
 */
final class Jiffies {
    /** What kernels are built with. Nearly all of them: another rate takes longer to be believed. */
    private static final int[] USUAL_RATES = {100, 200, 250, 300, 500, 1000};

    private static final double LIKENESS = 0.06;
    private static final Duration SHORTEST_BASE = Duration.ofMillis(400);
    private static final Duration LONG_BASE = Duration.ofSeconds(20);
    /** A write that took longer does not tell well when its stamp was made. */
    private static final Duration LONGEST_WRITE = Duration.ofMillis(5);

    private Sample first;
    private volatile Scale scale;

    private record Sample(long stamp, Instant at) {}

    /** A stamp whose moment is known, and how many there are a second. */
    private record Scale(Sample origin, double perSecond) {}

    /** Whether moments can be told. */
    boolean areCalibrated() {
        return scale != null;
    }

    /** Notes that a write between these two moments made this stamp. */
    void note(long stamp, Instant before, Instant after) {
        if (Duration.between(before, after).compareTo(LONGEST_WRITE) > 0) {
            return;
        }
        Sample sample = new Sample(stamp, after);
        if (first == null) {
            first = sample;
            return;
        }
        Duration base = Duration.between(first.at(), sample.at());
        if (base.compareTo(SHORTEST_BASE) >= 0) {
            double measured = between(first.stamp(), stamp) * 1e9 / base.toNanos();
            rate(measured, base).ifPresent(rate -> scale = new Scale(sample, rate));
        }
    }

    private static Optional<Double> rate(double measured, Duration base) {
        for (int usual : USUAL_RATES) {
            if (Math.abs(measured / usual - 1) < LIKENESS) {
                return Optional.of((double) usual);
            }
        }
        return measured > 0 && base.compareTo(LONG_BASE) >= 0 ? Optional.of(measured) : Optional.empty();
    }

    /** When the stamp was made; empty while that cannot be told. */
    Optional<Instant> moment(long stamp) {
        Scale current = scale;
        if (current == null) {
            return Optional.empty();
        }
        double seconds = between(current.origin().stamp(), stamp) / current.perSecond();
        return Optional.of(current.origin().at().plusNanos((long) (seconds * 1e9)));
    }

    /**
     * How much later one stamp is than another; negative if it is earlier. Where {@code unsigned long} has 32 bits, stamps
     * begin anew every few weeks, for the first time five minutes after the machine's start.
     */
    static long between(long from, long to) {
        boolean narrow = from >>> 32 == 0 && to >>> 32 == 0;
        return narrow ? (int) (to - from) : to - from;
    }

    static boolean isBefore(long stamp, long other) {
        return between(stamp, other) > 0;
    }
}
