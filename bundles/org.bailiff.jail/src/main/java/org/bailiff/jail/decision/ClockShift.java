// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision;

import java.time.Duration;
import java.time.Instant;

/**
 * How a clock was set: by how much, and which times are to be moved along.
 *
 * @param by ahead; negative if it was set back
 * @param from when the host was booted, by the clock as it was: earlier times were told by another clock, or by this one
 *     when it was right
 * @param to when it was set, by the clock as it was: later times cannot be its own
 */
public record ClockShift(Duration by, Instant from, Instant to) {

    /** The time by the clock as it is now. */
    public Instant moved(Instant time) {
        return time.isBefore(from) || time.isAfter(to) ? time : time.plus(by);
    }
}
