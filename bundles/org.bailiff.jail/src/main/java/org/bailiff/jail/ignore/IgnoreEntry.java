// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.ignore;

import java.time.Instant;
import java.util.Optional;
import org.bailiff.text.Network;

/**
 * Addresses that are never banned.
 *
 * @param network which
 * @param until the first moment at which they can be again; empty if never
 * @param source where that stands, as people write it
 * @param comment why, in somebody's words; may be empty
 */
record IgnoreEntry(Network network, Optional<Instant> until, String source, String comment) {

    /** One that needs no words. */
    IgnoreEntry(Network network, Optional<Instant> until, String source) {
        this(network, until, source, "");
    }

    boolean holdsAt(Instant when) {
        return until.isEmpty() || when.isBefore(until.get());
    }

    String reason() {
        return source
                + " "
                + network
                + until.map(moment -> " until " + moment).orElse("")
                + (comment.isEmpty() ? "" : ", '" + comment + "'");
    }
}
