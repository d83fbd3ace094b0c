// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.time.Duration;
import java.time.Instant;
import org.bailiff.api.Failure;

/**
 * What lines that come together have in common, looked up once for all of them.
 *
 * @param arrival when they were read
 * @param beginning before when their failures do not count
 * @param ofBans whether they tell of bans of other jails, maybe again: after a crash, or because another end was ordered
 *     for one
 * @param now when the jail's thread began with them
 * @param latest when a failure that they tell of can have happened at the latest
 */
record Occasion(Instant arrival, Instant beginning, boolean ofBans, Instant now, Instant latest) {
    /** How far a log's clock may run ahead. */
    static final Duration TOLERANCE = Duration.ofSeconds(60);

    static Occasion of(Instant arrival, Instant beginning, boolean ofBans, Instant now) {
        return new Occasion(arrival, beginning, ofBans, now, arrival.plus(TOLERANCE));
    }

    /** The same at a later moment. */
    Occasion at(Instant later) {
        return new Occasion(arrival, beginning, ofBans, later, latest);
    }

    /** Nothing can have happened well after it was read, whatever a line says: a ban would begin in years to come. */
    Failure notAhead(Failure told) {
        return told.time().isAfter(latest) ? told.at(arrival) : told;
    }

    /** Whether it was before the failures began to be the jail's. */
    boolean isPast(Instant time) {
        return time.isBefore(beginning);
    }
}
