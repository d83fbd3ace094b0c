// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.filter;

import java.time.Instant;
import java.util.Optional;

/**
 * A line to be matched.
 *
 * @param text the line without its line end, decoded
 * @param arrival when it was read: the time of a line that has none, and what a date without a year is the latest before
 * @param fresh whether it has just been written; see {@link org.bailiff.api.source.LineBatch#fresh}
 * @param stamp the time that its source knows, as the journal does; no date is looked for in such a line
 */
public record LogLine(String text, Instant arrival, boolean fresh, Optional<Instant> stamp) {

    /** A line whose date, if it has one, is a part of it. */
    public LogLine(String text, Instant arrival, boolean fresh) {
        this(text, arrival, fresh, Optional.empty());
    }
}
