// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * An address and its failures. Times are counted from the beginning of the trial.
 *
 * @param lag how long after a failure its line is written, always the same for one address
 */
record Suspect(String address, List<Failure> failures, Duration lag) {
    static final int MAX_RETRY = 5;
    static final Duration FIND_TIME = Duration.ofSeconds(4);

    private static final Duration LONGEST_LAG = Duration.ofSeconds(4);

    /**
     * A failure as the daemon is to count it.
     *
     * @param attempts how many lines that waited for the address come together in it
     */
    record Failure(Duration time, int attempts) {}

    static Suspect of(String address, Conduct conduct, Duration length, Random random) {
        long begin = random.nextLong(length.minus(Conduct.LONGEST).toNanos() / 1000);
        List<Failure> failures = conduct.times(random)
                .mapToObj(time -> new Failure(Duration.ofNanos((begin + time) * 1000), 1))
                .toList();
        return new Suspect(address, failures, Duration.ofMillis(random.nextLong(LONGEST_LAG.toMillis())));
    }

    /** The same, with its two first failures told of together, at the time of the second. */
    Suspect toldTogether() {
        List<Failure> together = new ArrayList<>(failures.subList(2, failures.size()));
        together.add(0, new Failure(failures.get(1).time(), 2));
        return new Suspect(address, List.copyOf(together), lag);
    }

    /** The model: when it is to be banned; empty if never. */
    Optional<Duration> banned() {
        for (int last = 0; last < failures.size(); last++) {
            Duration newest = failures.get(last).time();
            int attempts = failures.subList(0, last + 1).stream()
                    .filter(failure -> newest.minus(failure.time()).compareTo(FIND_TIME) <= 0)
                    .mapToInt(Failure::attempts)
                    .sum();
            if (attempts >= MAX_RETRY) {
                return Optional.of(newest);
            }
        }
        return Optional.empty();
    }
}
