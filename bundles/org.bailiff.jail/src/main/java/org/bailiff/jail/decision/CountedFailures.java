// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bailiff.api.Evidence;
import org.bailiff.api.store.FailureMark;

/**
 * The failures that were counted since the last record, by what they count for. Of an id that fails again and again it
 * keeps about as many as could ban: those that have fallen out of the window again need not be written, as the rest leads
 * to the same window without them.
 */
final class CountedFailures {
    /** Of a failure in a record, beside its line. */
    private static final int HOLDER = 150;

    private final Map<String, Counted> byId = new LinkedHashMap<>();
    private long bytes;

    /** Of one id, in the order in which they came. */
    private static final class Counted {
        private final List<Evidence> failures = new ArrayList<>(2);
        /** From how many on it is worth while to look for those that have fallen out. */
        private int due = 1;
    }

    /**
     * Notes one.
     *
     * @param findTime in which failures count together
     * @param maxRetry how many ban
     */
    void add(String id, Evidence failure, Duration findTime, int maxRetry) {
        Counted counted = byId.computeIfAbsent(id, fresh -> new Counted());
        counted.failures.add(failure);
        bytes += cost(failure);
        if (counted.failures.size() > Math.max(counted.due, maxRetry)) {
            bytes -= cost(counted.failures);
            forgetFallenOut(counted.failures, findTime, maxRetry);
            bytes += cost(counted.failures);
            counted.due = 2 * counted.failures.size();
        }
    }

    /** Stable, so that those of the same time stay in the order in which they came, as in the window. */
    private static void forgetFallenOut(List<Evidence> failures, Duration findTime, int maxRetry) {
        failures.sort(Comparator.comparing(Evidence::time));
        Instant oldest = failures.get(failures.size() - 1).time().minus(findTime);
        int beyond = Math.max(0, failures.size() - maxRetry);
        while (failures.get(beyond).time().isBefore(oldest)) {
            beyond++;
        }
        failures.subList(0, beyond).clear();
    }

    /** The id's failures are forgotten. */
    void remove(String id) {
        Counted counted = byId.remove(id);
        if (counted != null) {
            bytes -= cost(counted.failures);
        }
    }

    private static long cost(List<Evidence> failures) {
        long cost = 0;
        for (Evidence failure : failures) {
            cost += cost(failure);
        }
        return cost;
    }

    private static int cost(Evidence failure) {
        return HOLDER + failure.line().length();
    }

    boolean isEmpty() {
        return byId.isEmpty();
    }

    /** About how much of a record they take. */
    long bytes() {
        return bytes;
    }

    /** All of them, those of an id together. */
    List<FailureMark> marks() {
        List<FailureMark> marks = new ArrayList<>();
        byId.forEach((id, counted) -> counted.failures.forEach(failure -> marks.add(new FailureMark(id, failure))));
        return marks;
    }

    void clear() {
        byId.clear();
        bytes = 0;
    }
}
