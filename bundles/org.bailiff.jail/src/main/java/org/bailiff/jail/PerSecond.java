// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.time.Instant;

/** So much of something in a second, by the clock, and no more. Used by one thread. */
final class PerSecond {
    private final int most;
    private long second = Long.MIN_VALUE;
    private int taken;

    PerSecond(int most) {
        this.most = most;
    }

    /** Whether another second has begun since this was asked last. */
    boolean isOver(Instant now) {
        boolean over = now.getEpochSecond() != second;
        if (over) {
            second = now.getEpochSecond();
            taken = 0;
        }
        return over;
    }

    /** One more, if there is one left in this second. */
    boolean take() {
        if (taken == most) {
            return false;
        }
        taken++;
        return true;
    }
}
