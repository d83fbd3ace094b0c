// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.ignore;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that is moved by hand. */
final class HandClock implements InstantSource {
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private volatile Instant now = NOON;

    @Override
    public Instant instant() {
        return now;
    }

    void pass(Duration duration) {
        now = now.plus(duration);
    }
}
