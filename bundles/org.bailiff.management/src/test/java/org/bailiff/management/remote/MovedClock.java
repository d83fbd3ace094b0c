// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that goes when it is moved. */
final class MovedClock implements InstantSource {
    private volatile Instant now = Instant.parse("2026-11-26T10:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    void move(Duration by) {
        now = now.plus(by);
    }
}
