// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file.follow;

import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

/**
 * What one look at a path tells of its file, and since when that is the same. While nothing of it changes, nothing has
 * happened to the file, and no more need be looked at.
 *
 * @param key the file, as in {@link OpenFile#keyOf}
 * @param since when it was first seen so
 */
record Sight(String key, long size, FileTime modified, Instant since) {
    /**
     * How long it must have been the same: file times stand still for moments, and some file systems tell of the past. No
     * clock but our own is asked.
     */
    private static final Duration STEADY = Duration.ofSeconds(2);

    static Sight of(BasicFileAttributes attributes, Instant now) {
        return new Sight(OpenFile.keyOf(attributes), attributes.size(), attributes.lastModifiedTime(), now);
    }

    /** What is seen now; the earlier sight if it is the same. */
    Sight orEarlier(Sight earlier) {
        return earlier != null && isSame(earlier) && !since.isBefore(earlier.since) ? earlier : this;
    }

    private boolean isSame(Sight other) {
        return size == other.size && modified.equals(other.modified) && key.equals(other.key);
    }

    /** Whether it was so for long enough before that time. */
    boolean isSteady(Instant looked) {
        return !looked.isBefore(since.plus(STEADY));
    }
}
