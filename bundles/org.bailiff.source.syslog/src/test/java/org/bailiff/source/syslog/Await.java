// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.syslog;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what a test can see, and nothing else tells of. */
final class Await {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Await() {}

    static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + PATIENCE.toSeconds() + " s: " + what);
            }
            Thread.onSpinWait();
        }
    }
}
