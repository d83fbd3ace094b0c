// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision;

import java.util.Optional;
import org.bailiff.api.Ban;

/**
 * What became of a failure.
 *
 * @param kind see {@link Kind}
 * @param ban the ban that it led to, or that holds already; empty otherwise
 * @param reason why it was ignored; empty otherwise
 */
public record Outcome(Kind kind, Optional<Ban> ban, String reason) {

    /** What became of it. */
    public enum Kind {
        /** It counts. */
        COUNTED,
        /** It was the last that was needed. */
        BANNED,
        /** Its address is banned. */
        ALREADY_BANNED,
        /** Its address was banned at the time. */
        PAST_BAN,
        /** Its address is never banned. */
        IGNORED,
        /** It names no address, so that nobody could be banned. */
        NO_ADDRESS,
        /** The table of failures is full; it counts for its network only. */
        NO_ROOM
    }

    static Outcome of(Kind kind) {
        return new Outcome(kind, Optional.empty(), "");
    }

    static Outcome of(Kind kind, Ban ban) {
        return new Outcome(kind, Optional.of(ban), "");
    }

    static Outcome ignored(String reason) {
        return new Outcome(Kind.IGNORED, Optional.empty(), reason);
    }
}
