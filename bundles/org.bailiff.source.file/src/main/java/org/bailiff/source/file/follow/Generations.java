// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file.follow;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Numbers the files of streams, so that positions compare across rotations. All followers share one, and the positions
 * that were kept through a restart are told to it, so that all who read a stream give a file the same number. The oldest
 * numbers are forgotten; positions keep theirs. May be used from any thread.
 */
public final class Generations {
    private static final int CAPACITY = 50_000;

    private final Map<String, Long> numbers = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > CAPACITY;
        }
    };
    private final KnownPlaces places = new KnownPlaces();

    /** Tells of a position: its file has its number. */
    public synchronized void know(FilePosition place) {
        places.add(place);
    }

    /**
     * The number of a file that comes after the one with the given number; 0 if it is the first.
     *
     * @param began when, as far as is known
     */
    synchronized long after(long previous, OpenFile file, Instant began) throws IOException {
        Long number = numbers.get(file.key());
        // A smaller number is that of an earlier file with this inode, or of the same one before it was truncated.
        if (number == null || number <= previous) {
            number = places.numberOf(file, previous).orElse(Math.max(previous + 1, began.toEpochMilli()));
            numbers.put(file.key(), number);
        }
        return number;
    }

    /** The number of a file that was found for a position. */
    synchronized long of(OpenFile file, FilePosition place) {
        if (!file.key().equals(place.key())) {
            return place.generation();
        }
        return numbers.merge(place.key(), place.generation(), Math::max);
    }
}
