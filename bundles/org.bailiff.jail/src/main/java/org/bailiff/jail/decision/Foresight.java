// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.Ban;
import org.bailiff.api.Failure;

/**
 * What would become of a failure. Nothing is decided by it.
 *
 * @param outcome as {@link Decisions#failed} would answer, as long as there is room and nothing holds bans up
 * @param attempts how many would count then, the failure's own among them if it counts
 */
public record Foresight(Outcome outcome, int attempts) {

    /** Looks ahead, from what is counted now. */
    public static Foresight of(Failure failure, Decisions decisions) {
        Thresholds thresholds = decisions.thresholds();
        Duration findTime = thresholds.findTime();
        String key = thresholds.counting().key(failure);
        FailureWindow window = new FailureWindow();
        decisions.counted(key).forEach(counted -> window.add(counted, findTime, thresholds.maxRetry()));
        Optional<Outcome> obstacle = decisions.obstacle(failure);
        if (obstacle.isPresent()) {
            return new Foresight(obstacle.get(), window.isEmpty() ? 0 : window.attempts(findTime));
        }
        window.add(decisions.evidence(failure, key, ""), findTime, thresholds.maxRetry());
        int attempts = window.attempts(findTime);
        if (attempts < thresholds.maxRetry()) {
            return new Foresight(Outcome.COUNTED, attempts);
        }
        List<Ban> bans = decisions.drafts(key, window, window.newest());
        return new Foresight(bans.isEmpty() ? Outcome.COUNTED : Outcome.banned(bans), attempts);
    }
}
