// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether a jail is paused now, and since when it has not read. Owned by the jail's thread; {@link #sentence} is anybody's. */
final class Pausing {
    /** Null if nothing was missed, or all was asked for since. */
    private Instant since;

    private volatile String sentence = "";

    void begin(String says, Pause wish, Instant now) {
        sentence = says;
        if (since == null) {
            since = wish.since().orElse(now);
        }
    }

    /** The jail may read again; what it missed, it has not asked for yet. */
    void end() {
        sentence = "";
    }

    /** Who stopped the jail from reading; empty if it reads. */
    Optional<String> sentence() {
        return Optional.of(sentence).filter(text -> !text.isEmpty());
    }

    /** Whether there is something that nobody has counted. */
    boolean hasMissed() {
        return since != null;
    }

    /** For how long the jail has not read what it was to. */
    Duration missed(Instant now) {
        return since == null || since.isAfter(now) ? Duration.ZERO : Duration.between(since, now);
    }

    /** What was missed is read now. */
    void goOn() {
        since = null;
    }
}
