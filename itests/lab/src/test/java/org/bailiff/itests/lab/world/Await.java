// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab.world;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for what can be observed: asks again and again until it is so, or fails at a deadline. */
public final class Await {
    private static final Duration PAUSE = Duration.ofMillis(50);

    private Await() {}

    /**
     * Returns when the condition holds.
     *
     * @throws AssertionError if it does not hold within the patience; the message names what was awaited
     */
    public static void until(String what, Duration patience, Callable<Boolean> condition) throws Exception {
        value(what, patience, () -> condition.call() ? Optional.of(true) : Optional.empty());
    }

    /** Returns the value as soon as there is one; fails like {@link #until}. */
    public static <T> T value(String what, Duration patience, Callable<Optional<T>> question) throws Exception {
        long deadline = System.nanoTime() + patience.toNanos();
        Optional<T> answer = question.call();
        while (answer.isEmpty()) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("waited " + patience.toSeconds() + " s in vain until " + what);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
            answer = question.call();
        }
        return answer.get();
    }
}
