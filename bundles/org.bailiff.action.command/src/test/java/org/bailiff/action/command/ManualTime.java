// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.command;

import java.time.Duration;
import java.time.Instant;

/** Both clocks, moved by hand. */
final class ManualTime {
    private volatile Duration passed = Duration.ZERO;

    Times times() {
        return new Times(this::now, () -> passed.toNanos());
    }

    Instant now() {
        return Bans.SINCE.plus(passed);
    }

    synchronized void pass(Duration time) {
        passed = passed.plus(time);
    }
}
