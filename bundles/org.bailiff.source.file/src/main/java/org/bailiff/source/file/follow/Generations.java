// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file.follow;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

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
    /** What is new comes after all that is known, even if the clock was set back. */
    private long highest;

    /** Tells of a position: its file has its number. */
    public synchronized void know(FilePosition place) {
        places.add(place);
        highest = Math.max(highest, place.generation());
    }

    /**
     * The number of a file that comes after the one with the given number; 0 if it is the first.
     *
     * @param stream a checksum of the stream's path
     * @param files the file, and those that come after it
     */
    synchronized long after(long previous, int stream, Collection<OpenFile> files, Instant now) throws IOException {
        OpenFile first = files.iterator().next();
        OptionalLong known = numberOf(first, stream, previous);
        long number = known.isPresent() ? known.getAsLong() : newNumber(previous, stream, files, now);
        highest = Math.max(highest, number);
        numbers.put(first.key(), number);
        return number;
    }

    private OptionalLong numberOf(OpenFile file, int stream, long above) throws IOException {
        Long number = numbers.get(file.key());
        // A smaller number is that of an earlier file with this inode, or of the same one before it was truncated.
        return number != null && number > above ? OptionalLong.of(number) : places.numberOf(file, stream, above);
    }

    /** If a later file has its number already, the file's must be a smaller one. */
    private long newNumber(long previous, int stream, Collection<OpenFile> files, Instant now) throws IOException {
        for (OpenFile file : files) {
            if (numberOf(file, stream, previous + 1).isPresent()) {
                return previous + 1;
            }
        }
        long written = files.iterator().next().grew().toEpochMilli();
        return places.before(stream, previous + 1, written)
                .orElse(Math.max(Math.max(previous, highest) + 1, now.toEpochMilli()));
    }

    /** The furthest position that is known in the same file; the given one if there is none. */
    synchronized FilePosition furthest(FilePosition place) {
        return places.furthest(place);
    }

    /** The number of a file that was found for a position. */
    synchronized long of(OpenFile file, FilePosition place) {
        if (!file.key().equals(place.key())) {
            return place.generation();
        }
        highest = Math.max(highest, place.generation());
        return numbers.merge(place.key(), place.generation(), Math::max);
    }
}
