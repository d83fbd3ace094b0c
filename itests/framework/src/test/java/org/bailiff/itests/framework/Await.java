// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.framework;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for what can be observed: asks again and again until it is so, or fails at a deadline. */
final class Await {
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Await() {}

    static void until(String what, Callable<Boolean> condition) throws Exception {
        until(what, condition, () -> "it is not so");
    }

    /** @param seen what there is instead, for the message of the failure */
    static void until(String what, Callable<Boolean> condition, Callable<?> seen) throws Exception {
        long start = System.nanoTime();
        while (!condition.call()) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new AssertionError(
                        "waited " + PATIENCE.toSeconds() + " s in vain until " + what + "; seen: " + seen.call());
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
