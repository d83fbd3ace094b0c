// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.replay;

import java.time.Instant;
import java.time.InstantSource;

/** The time that the lines have reached. It never goes back, as a daemon's does not for a line that is late. Used by one thread. */
public final class ReplayClock implements InstantSource {
    private Instant reached = Instant.EPOCH;

    void reach(Instant time) {
        if (time.isAfter(reached)) {
            reached = time;
        }
    }

    @Override
    public Instant instant() {
        return reached;
    }
}
