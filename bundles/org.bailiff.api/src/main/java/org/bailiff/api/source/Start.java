// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.source;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Where to begin with a stream.
 *
 * @param from behind which position; empty for one of the stream's ends
 * @param atTail whether, without a position, to begin at the end as it is now rather than at the beginning
 * @param since without a position and not at the end: what is older is of no use, and is left out by a source that
 *     {@link LogSourceFactory#findsTimes finds times}
 */
public record Start(Optional<Position> from, boolean atTail, Optional<Instant> since) {
    /** With the first line there is. */
    public static final Start HEAD = new Start(Optional.empty(), false, Optional.empty());
    /** With the first line that is written from now on. */
    public static final Start TAIL = new Start(Optional.empty(), true, Optional.empty());

    public Start {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(since, "since");
    }

    /**
     * With the first line behind the position. If the file it belongs to was rotated away, its rest is read first; if
     * that cannot be found, the source begins at the head of what is there and says so.
     */
    public static Start after(Position position) {
        return new Start(Optional.of(position), false, Optional.empty());
    }

    /** With the first line that is not older, or some line before it. */
    public static Start since(Instant time) {
        return new Start(Optional.empty(), false, Optional.of(time));
    }
}
