// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.reading;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.filter.LogLine;
import org.bailiff.api.filter.Matcher;
import org.bailiff.api.source.LineBatch;
import org.bailiff.api.source.Position;

/** The lines of a batch that may concern one jail, copied out of the source's buffer. Immutable. */
public final class CandidateLines {
    private final String stream;
    private final Matcher matcher;
    private final Instant arrival;
    private final boolean fresh;
    private final byte[] bytes;
    private final int[] ends;
    private final List<Optional<Instant>> stamps;
    private final Position before;
    private final Position after;

    private CandidateLines(LineBatch batch, Matcher matcher, byte[] bytes, int[] ends, List<Optional<Instant>> stamps) {
        this.stream = batch.stream();
        this.matcher = matcher;
        this.arrival = batch.arrival();
        this.fresh = batch.fresh();
        this.bytes = bytes;
        this.ends = ends;
        this.stamps = List.copyOf(stamps);
        this.before = batch.before();
        this.after = batch.after(batch.count() - 1);
    }

    /**
     * Copies lines of a batch.
     *
     * @param matcher whose sieve chose them, and which is to look at them
     * @param lines their indexes
     * @param count how many of {@code lines} count
     */
    static CandidateLines copy(LineBatch batch, Matcher matcher, int[] lines, int count) {
        int size = 0;
        for (int index = 0; index < count; index++) {
            size += batch.end(lines[index]) - batch.start(lines[index]);
        }
        byte[] bytes = new byte[size];
        int[] ends = new int[count];
        List<Optional<Instant>> stamps = new ArrayList<>(count);
        int end = 0;
        for (int index = 0; index < count; index++) {
            int length = batch.end(lines[index]) - batch.start(lines[index]);
            System.arraycopy(batch.buffer(), batch.start(lines[index]), bytes, end, length);
            end += length;
            ends[index] = end;
            stamps.add(batch.stamp(lines[index]));
        }
        return new CandidateLines(batch, matcher, bytes, ends, stamps);
    }

    public String stream() {
        return stream;
    }

    /** The matcher that is to look at the lines. */
    public Matcher matcher() {
        return matcher;
    }

    /** The position in front of the batch. */
    public Position before() {
        return before;
    }

    /** The position behind the batch: when these lines are done with, all up to here is. */
    public Position after() {
        return after;
    }

    /** When the lines were read. */
    public Instant arrival() {
        return arrival;
    }

    public int count() {
        return ends.length;
    }

    /** How much memory the lines take, in bytes. */
    int size() {
        return bytes.length + 64 * ends.length + 128;
    }

    /**
     * A line, decoded.
     *
     * @param charset of the log; empty for UTF-8 where the bytes are, else Latin-1
     */
    public LogLine line(int index, Optional<Charset> charset) {
        int start = index == 0 ? 0 : ends[index - 1];
        return LogLine.of(bytes, start, ends[index], charset, arrival, fresh, stamps.get(index));
    }
}
