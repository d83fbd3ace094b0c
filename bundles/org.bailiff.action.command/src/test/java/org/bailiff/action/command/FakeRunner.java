// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bailiff.api.Ban;

/** Notes what would have been run, as {@code ban 192.0.2.7}, and fails as it is told to. */
final class FakeRunner implements Runner {
    private final List<String> told = new ArrayList<>();
    private Outcome next = Outcome.DONE;

    @Override
    public synchronized Outcome run(List<String> words, Errand errand, Duration timeout, Runnable meanwhile) {
        told.add((errand.event().word() + " "
                        + errand.ban().map(Ban::target).map(Object::toString).orElse(""))
                .strip());
        return next;
    }

    synchronized void outcome(Outcome outcome) {
        next = outcome;
    }

    /** All that was run, the oldest first. */
    synchronized List<String> told() {
        return List.copyOf(told);
    }
}
