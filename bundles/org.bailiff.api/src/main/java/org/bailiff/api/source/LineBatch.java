// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.source;

import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Whole lines of one stream, as slices of one buffer.
 *
 * <p>It belongs to its source, which may use the buffer again: it is valid only during the call that hands it over, and
 * only on that thread. A line's bytes are those without its line end ({@code \n} or {@code \r\n}). Lines stand in the buffer
 * in their order, and share no byte: a sieve goes through all of them at once.
 */
@ConsumerType
public interface LineBatch {

    /** The stream's name, e.g. a file's path. */
    String stream();

    /** How many lines there are; at least 1. */
    int count();

    /** The bytes that the slices refer to. Not to be changed. */
    byte[] buffer();

    /** Where the line's bytes begin in the buffer. */
    int start(int line);

    /** Where the line's bytes end in the buffer, exclusive. */
    int end(int line);

    /** The position before the first line. */
    Position before();

    /** The position after this line: a reader that has done with the line goes on there. */
    Position after(int line);

    /** When the lines were read. */
    Instant arrival();

    /** The time of the line as the source knows it, like the journal; empty if the line itself says it, as in a file. */
    default Optional<Instant> stamp(int line) {
        return Optional.empty();
    }

    /**
     * Whether the reader stood at the stream's end within the last 60 seconds, or the source knows that the lines are not
     * older than that: so that these lines have just been written. Only a fresh line's odd time is treated as now.
     */
    boolean fresh();
}
