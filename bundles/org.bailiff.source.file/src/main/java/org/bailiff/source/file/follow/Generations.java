// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file.follow;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Numbers the files of streams, so that positions compare across rotations. All followers share one, so that several
 * of one stream give a file the same number. The oldest numbers are forgotten; positions keep theirs.
 */
public final class Generations {
    private static final int CAPACITY = 50_000;

    private final Map<String, Long> numbers = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > CAPACITY;
        }
    };

    /** The number of a file that comes after the one with the given number; 0 if it is the first. */
    long after(long previous, String key, Instant now) {
        return known(key, previous + 1, Math.max(previous + 1, now.toEpochMilli()));
    }

    /** The number of a file that a position names. */
    long of(FilePosition position) {
        return known(position.key(), position.generation(), position.generation());
    }

    private long known(String key, long atLeast, long otherwise) {
        // A smaller number is that of an earlier file with this inode, or of the same one before it was truncated.
        Long number = numbers.get(key);
        if (number == null || number < atLeast) {
            number = otherwise;
            numbers.put(key, number);
        }
        return number;
    }
}
