// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.time.Instant;

/**
 * Counts lines where nobody else looks, and shows what it has counted now and then: what all may see costs more to write
 * than most lines do to match. Used by the jail's thread.
 */
final class LineTally {
    private final Counts counts;
    private long matched;
    private long missed;
    private long ignored;

    LineTally(Counts counts) {
        this.counts = counts;
    }

    void matched() {
        matched++;
    }

    void missed() {
        missed++;
    }

    void ignored() {
        ignored++;
    }

    void show(Instant now) {
        if (matched > 0) {
            counts.matched(matched, now);
        }
        if (missed > 0) {
            counts.missed(missed);
        }
        if (ignored > 0) {
            counts.ignored(ignored);
        }
        matched = 0;
        missed = 0;
        ignored = 0;
    }
}
