// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.replay;

import java.time.Instant;

/**
 * Which failures count.
 *
 * @param since from this moment on; what was before is not known
 * @param until before this moment
 */
public record Period(Instant since, Instant until) {
    /** As old as a log can be. */
    public static final Instant BEGINNING = Instant.EPOCH;

    /** Whether the beginning is a choice, and not all there is. */
    public boolean hasBeginning() {
        return since.isAfter(BEGINNING);
    }

    boolean contains(Instant time) {
        return !time.isBefore(since) && time.isBefore(until);
    }
}
