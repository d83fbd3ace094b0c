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
 * adding one that is the newest, as nearly all are, takes constant time.
 */
final class FailureWindow {
    private final List<Evidence> failures = new ArrayList<>(2);
    private long cost = Room.cost(List.of());

    /** Adds a failure and forgets what cannot count any more: all that is older than find time before the newest. */
    void add(Evidence failure, Duration findTime, int maxRetry) {
        int index = failures.size();
        while (index > 0 && failures.get(index - 1).time().isAfter(failure.time())) {
            index--;
        }
        failures.add(index, failure);
        cost += Room.cost(failure);
        Instant oldest = newest().minus(findTime);
        while (failures.get(0).time().isBefore(oldest) || failures.size() > maxRetry) {
            cost -= Room.cost(failures.remove(0));
        }
    }

    /** The same, with the times that lie between two moved by a duration. */
    FailureWindow moved(Duration by, Instant from, Instant to) {
        FailureWindow moved = new FailureWindow();
        for (Evidence failure : failures) {
            boolean within = !failure.time().isBefore(from) && !failure.time().isAfter(to);
            moved.failures.add(within ? failure.at(failure.time().plus(by)) : failure);
        }
        moved.failures.sort(Comparator.comparing(Evidence::time));
        moved.cost = cost;
        return moved;
    }

    /** What it takes of the room. */
    long cost() {
        return cost;
    }

    /** The attempts within find time before the newest failure, the very beginning included. */
    int attempts(Duration findTime) {
        Instant oldest = newest().minus(findTime);
        int attempts = 0;
        for (Evidence failure : failures) {
            if (!failure.time().isBefore(oldest)) {
                attempts += failure.attempts();
            }
        }
        return attempts;
    }

    boolean isEmpty() {
        return failures.isEmpty();
    }

    Instant newest() {
        return failures.get(failures.size() - 1).time();
    }

    /** Oldest first; a copy. */
    List<Evidence> failures() {
        return List.copyOf(failures);
    }
}
