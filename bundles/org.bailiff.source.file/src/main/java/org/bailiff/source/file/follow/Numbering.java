// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file.follow;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Deque;

/**
 * Gives the files of one stream their numbers. A file gets its number when it is to be read: only then is it known until
 * when the one before was written. If that fails, it is not read until it works.
 */
final class Numbering {
    private final Generations generations;
    /** Tells positions of this stream from those of others. */
    private final int stream;

    /** The number of the file before the first one, and when that was last written. */
    private long previous;

    private Instant written = Instant.EPOCH;

    Numbering(Path path, Generations generations) {
        this.generations = generations;
        this.stream = Fingerprint.checksum(path.toString());
    }

    /**
     * The next file comes behind one with that number.
     *
     * @param since until when the one before was written
     */
    void goOnBehind(long number, Instant since) {
        previous = number;
        written = since;
    }

    /** Numbers the first file, unless it is. */
    void numberFirst(Deque<OpenFile> files, Instant now) throws IOException {
        OpenFile first = files.peekFirst();
        if (first != null && first.generation() == 0) {
            first.number(stream, generations.after(previous, stream, files, now), written.toEpochMilli());
        }
    }

    /** Numbers a file as the place that was found in it says. */
    void numberAgain(OpenFile file, FilePosition place) {
        if (place.generation() > 0) {
            file.number(stream, generations.of(file, place), place.began());
        }
    }

    /** A file's number must be found again by what is in it. */
    void know(FilePosition place) {
        if (place.generation() > 0) {
            generations.know(place);
        }
    }

    /** What others know of the file of a place, if that is more. */
    FilePosition furthest(FilePosition place) {
        return generations.furthest(place);
    }

    /** When the file of a place began, at the earliest. */
    Instant began(FilePosition place) {
        return place.generation() > 0 ? Instant.ofEpochMilli(place.began()) : written;
    }
}
