// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file.follow;

import java.time.Duration;
import java.time.Instant;

/** How long what failed is let alone: longer each time, but not for long. */
final class RetryPause {
    static final Duration SHORTEST = Duration.ofSeconds(1);
    static final Duration LONGEST = Duration.ofSeconds(60);

    private Duration pause = Duration.ZERO;
    private Instant failed = Instant.MIN;

    /** It failed again, or for the first time. */
    void begin(Instant now) {
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.isZero() ? SHORTEST : doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        failed = now;
    }

    /** It works. */
    void end() {
        pause = Duration.ZERO;
    }

    /** Something happened that may have mended it: the next attempt is made soon. */
    void shorten() {
        pause = pause.isZero() ? pause : SHORTEST;
    }

    /** Whether it may be tried. A clock that was set back does not keep it waiting. */
    boolean isOver(Instant now) {
        return pause.isZero() || now.isBefore(failed) || !now.isBefore(failed.plus(pause));
    }

    /** For the end of a sentence; empty if it works. */
    String text() {
        return pause.isZero() ? "" : "; tried again in " + pause.toSeconds() + " s";
    }
}
