// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision;

import java.time.Duration;
import java.util.Optional;
import org.bailiff.api.Evidence;
import org.bailiff.api.Failure;
import org.bailiff.text.Network;

/**
 * What would become of a failure. Nothing is decided by it.
 *
 * @param outcome as {@link Decisions#failed} would answer, as long as there is room
 * @param attempts how many would count then, the failure's own among them if it counts
 */
public record Foresight(Outcome outcome, int attempts) {

    /** Looks ahead, from what is counted now. */
    public static Foresight of(Failure failure, Decisions decisions) {
        Thresholds thresholds = decisions.thresholds();
        Duration findTime = thresholds.findTime();
        FailureWindow window = new FailureWindow();
        decisions.counted(failure.id()).forEach(counted -> window.add(counted, findTime, thresholds.maxRetry()));
        Optional<Outcome> obstacle = decisions.obstacle(failure);
        if (obstacle.isPresent()) {
            return new Foresight(obstacle.get(), window.isEmpty() ? 0 : window.attempts(findTime));
        }
        Evidence evidence = new Evidence(failure.time(), failure.regex(), failure.attempts(), "");
        window.add(evidence, findTime, thresholds.maxRetry());
        int attempts = window.attempts(findTime);
        Network target = Network.single(failure.address().orElseThrow());
        Outcome outcome = attempts < thresholds.maxRetry()
                ? Outcome.of(Outcome.Kind.COUNTED)
                : Outcome.of(Outcome.Kind.BANNED, decisions.banFor(target, window));
        return new Foresight(outcome, attempts);
    }
}
