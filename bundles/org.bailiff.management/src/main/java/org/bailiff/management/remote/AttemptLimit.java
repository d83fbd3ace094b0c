// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How many logins may fail within a minute: ten from one host, twenty in all. So passwords cannot be guessed, and guesses
 * take no more than some seconds of a core. An attempt counts while it lasts, too. Thread-safe.
 */
final class AttemptLimit {
    static final Duration WINDOW = Duration.ofMinutes(1);
    static final int FROM_ONE_HOST = 10;
    static final int IN_ALL = 20;

    /**
     * One login.
     *
     * @param time when it began
     * @param host from where
     */
    private record Attempt(Instant time, String host) {}

    private final InstantSource clock;
    /** The oldest first. Guarded by itself; never longer than {@link #IN_ALL}. */
    private final Deque<Attempt> attempts = new ArrayDeque<>();

    AttemptLimit(InstantSource clock) {
        this.clock = clock;
    }

    /** Whether one more may be made; if so, it counts as failed. */
    boolean begin(String host) {
        synchronized (attempts) {
            Instant now = clock.instant();
            // One from the future was made before the clock was set back.
            attempts.removeIf(attempt ->
                    !attempt.time().isAfter(now.minus(WINDOW)) || attempt.time().isAfter(now));
            long fromHost = attempts.stream()
                    .filter(attempt -> attempt.host().equals(host))
                    .count();
            if (fromHost >= FROM_ONE_HOST || attempts.size() >= IN_ALL) {
                return false;
            }
            attempts.addLast(new Attempt(now, host));
            return true;
        }
    }

    /** The newest attempt from there did not fail. */
    void succeeded(String host) {
        synchronized (attempts) {
            attempts.stream()
                    .filter(attempt -> attempt.host().equals(host))
                    .reduce((older, newer) -> newer)
                    .ifPresent(attempts::removeLastOccurrence);
        }
    }
}
