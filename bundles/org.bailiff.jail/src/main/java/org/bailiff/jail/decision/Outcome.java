// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision;

import java.util.List;
import java.util.Optional;
import org.bailiff.api.Ban;

/**
 * What became of a failure.
 *
 * @param kind see {@link Kind}
 * @param bans that it led to, mostly one; or the one that holds already; empty otherwise
 * @param reason why it was ignored; empty otherwise
 */
public record Outcome(Kind kind, List<Ban> bans, String reason) {
    static final Outcome COUNTED = of(Kind.COUNTED);
    static final Outcome NO_ROOM = of(Kind.NO_ROOM);
    static final Outcome NO_ADDRESS = of(Kind.NO_ADDRESS);

    public Outcome {
        bans = List.copyOf(bans);
    }

    /** What became of it. */
    public enum Kind {
        /** It counts. */
        COUNTED,
        /** It was the last that was needed. */
        BANNED,
        /** It was the last that was needed, but a ban is not to be yet, see {@link BanGate}. */
        HELD,
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
        return new Outcome(kind, List.of(), "");
    }

    static Outcome of(Kind kind, Ban ban) {
        return new Outcome(kind, List.of(ban), "");
    }

    static Outcome banned(List<Ban> bans) {
        return new Outcome(Kind.BANNED, bans, "");
    }

    static Outcome ignored(String reason) {
        return new Outcome(Kind.IGNORED, List.of(), reason);
    }

    /** The first of the bans. */
    public Optional<Ban> ban() {
        return bans.stream().findFirst();
    }
}
