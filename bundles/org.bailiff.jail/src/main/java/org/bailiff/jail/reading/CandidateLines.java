// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.reading;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.filter.LogLine;
import org.bailiff.api.filter.Matcher;
import org.bailiff.api.source.LineBatch;
import org.bailiff.api.source.Position;

/** The lines of a batch that may concern one jail, copied out of the source's buffer. Immutable. */
public final class CandidateLines {
    private static final byte LINE_END = '\n';

    private final String stream;
    private final Matcher matcher;
    private final Instant arrival;
    private final boolean fresh;
    /** Line after line, each with a line end behind it. */
    private final byte[] bytes;
    /** Where they end, without it. */
    private final int[] ends;
    /** Empty if the source knows no times. */
    private final List<Optional<Instant>> stamps;

    private final Position before;
    private final Position after;

    private CandidateLines(
            LineBatch batch,
            Position after,
            Matcher matcher,
            byte[] bytes,
            int[] ends,
            List<Optional<Instant>> stamps) {
        this.stream = batch.stream();
        this.matcher = matcher;
        this.arrival = batch.arrival();
        this.fresh = batch.fresh();
        this.bytes = bytes;
        this.ends = ends;
        this.stamps = stamps;
        this.before = batch.before();
        this.after = after;
    }

    /**
     * Copies lines of a batch.
     *
     * @param after the position behind the batch
     * @param matcher whose sieve chose them, and which is to look at them
     * @param lines their indexes, ascending
     * @param count how many of {@code lines} count
     */
    static CandidateLines copy(LineBatch batch, Position after, Matcher matcher, int[] lines, int count) {
        int[] ends = new int[count];
        int end = 0;
        for (int index = 0; index < count; index++) {
            end += batch.end(lines[index]) - batch.start(lines[index]) + 1;
            ends[index] = end - 1;
        }
        byte[] bytes = new byte[end];
        byte[] buffer = batch.buffer();
        for (int index = 0; index < count; index++) {
            int length = batch.end(lines[index]) - batch.start(lines[index]);
            System.arraycopy(buffer, batch.start(lines[index]), bytes, ends[index] - length, length);
            bytes[ends[index]] = LINE_END;
        }
        return new CandidateLines(batch, after, matcher, bytes, ends, stamps(batch, lines, count));
    }

    /** Empty where no line has one, as in files: there are many lines. */
    private static List<Optional<Instant>> stamps(LineBatch batch, int[] lines, int count) {
        for (int index = 0; index < count; index++) {
            if (batch.stamp(lines[index]).isPresent()) {
                return Arrays.stream(lines, 0, count).mapToObj(batch::stamp).toList();
            }
        }
        return List.of();
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
        int start = index == 0 ? 0 : ends[index - 1] + 1;
        Optional<Instant> stamp = stamps.isEmpty() ? Optional.empty() : stamps.get(index);
        return LogLine.of(bytes, start, ends[index], charset, arrival, fresh, stamp);
    }
}
