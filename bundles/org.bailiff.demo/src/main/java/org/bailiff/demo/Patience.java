// SPDX-License-Identifier: Apache-2.0
package org.bailiff.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits for what can be observed by looking again and again, up to a limit. */
final class Patience {
    private static final long PAUSE_MILLIS = 100;

    private Patience() {}

    /** Something that is so, or not yet. */
    interface Sight {
        boolean isSeen() throws IOException, InterruptedException;
    }

    /** Whether it is seen before the time is up. */
    static boolean waitFor(Duration limit, Sight sight) throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (!sight.isSeen()) {
            if (System.nanoTime() - start > limit.toNanos()) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        return true;
    }
}
