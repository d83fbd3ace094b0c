// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.syslog;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that is moved by hand. It starts at the real time, because files carry the real time. */
final class HandClock implements InstantSource {
    private volatile Instant now = Instant.now();

    @Override
    public Instant instant() {
        return now;
    }

    void forward(Duration duration) {
        now = now.plus(duration);
    }
}
