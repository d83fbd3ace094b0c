// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bailiff.api.Evidence;

/**
 * The latest failures of one id: as many as could ban. Kept in the order of their times, whatever order they come in;
 * those of the same time stand in the order in which they came.
 */
final class FailureWindow {
    private final List<Evidence> failures;

    FailureWindow() {
        failures = new ArrayList<>(2);
    }

    /**
     * @param failures oldest first; the window's own from now on
     */
    FailureWindow(List<Evidence> failures) {
        this.failures = failures;
    }

    /** Adds a failure and forgets what cannot count any more: all that is older than find time before the newest. */
    void add(Evidence failure, Duration findTime, int maxRetry) {
        int index = failures.size();
        while (index > 0 && failures.get(index - 1).time().isAfter(failure.time())) {
            index--;
        }
        failures.add(index, failure);
        Instant oldest = newest().minus(findTime);
        int beyond = 0;
        while (failures.get(beyond).time().isBefore(oldest) || failures.size() - beyond > maxRetry) {
            beyond++;
        }
        failures.subList(0, beyond).clear();
    }

    /** The attempts within find time before the newest failure, the very beginning included; at most the largest int. */
    int attempts(Duration findTime) {
        Instant oldest = newest().minus(findTime);
        long attempts = 0;
        for (Evidence failure : failures) {
            if (!failure.time().isBefore(oldest)) {
                attempts += failure.attempts();
            }
        }
        return (int) Math.min(attempts, Integer.MAX_VALUE);
    }

    /** The same, with the times that lie between two, both included, moved by a duration. */
    FailureWindow moved(Duration by, Instant from, Instant to) {
        List<Evidence> moved = new ArrayList<>(failures.size());
        for (Evidence failure : failures) {
            boolean within = !failure.time().isBefore(from) && !failure.time().isAfter(to);
            moved.add(within ? failure.at(failure.time().plus(by)) : failure);
        }
        moved.sort(Comparator.comparing(Evidence::time));
        return new FailureWindow(moved);
    }

    boolean isEmpty() {
        return failures.isEmpty();
    }

    Instant newest() {
        return last().time();
    }

    /** The newest failure. */
    Evidence last() {
        return failures.get(failures.size() - 1);
    }

    /** Oldest first; a copy. */
    List<Evidence> failures() {
        return List.copyOf(failures);
    }
}
