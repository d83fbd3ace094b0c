// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Stands still until a test moves it. */
final class MovableClock implements InstantSource {
    private Instant now = Instant.parse("2026-11-23T02:00:00Z");

    void forward(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
