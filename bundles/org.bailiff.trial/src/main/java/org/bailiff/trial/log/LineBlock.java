// SPDX-License-Identifier: Apache-2.0
package org.bailiff.trial.log;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import org.bailiff.api.source.LineBatch;
import org.bailiff.api.source.Position;
import org.bailiff.text.LineEnds;

/**
 * A stream in blocks of whole lines, cut as the daemon does: at each line feed, a carriage return before it left out, and
 * of a line over {@link #LIMIT} bytes only the beginning. Its memory is bounded, whatever the stream holds. Nobody goes
 * on from here, so there are no positions. Used by one thread.
 */
public final class LineBlock implements LineBatch, AutoCloseable {
    /** How many bytes of a line are looked at. */
    public static final int LIMIT = 64 * 1024;

    private static final int CAPACITY = 4 * LIMIT;

    private final String name;
    private final InputStream stream;
    private final byte[] buffer = new byte[CAPACITY];
    private final int[] feeds = new int[1024];
    private int[] starts = new int[4096];
    private int[] ends = new int[4096];
    private int count;
    /** What has been read and not yet been cut stands between these. */
    private int position;

    private int filled;
    /** Whether a line's beginning was cut off, and its rest is still to come. */
    private boolean inside;

    private Instant arrival = Instant.EPOCH;

    /**
     * @param name of the stream, for people
     */
    public LineBlock(String name, InputStream stream) {
        this.name = name;
        this.stream = stream;
    }

    /**
     * Goes on to the next lines; false at the end. A last line without its line feed is one too.
     *
     * @param now when they arrive
     */
    public boolean next(Instant now) throws IOException {
        arrival = now;
        count = 0;
        while (count == 0) {
            keepRest();
            int read = stream.read(buffer, filled, buffer.length - filled);
            filled += Math.max(read, 0);
            cut();
            if (read < 0) {
                takeLast();
                return count > 0;
            }
        }
        return true;
    }

    private void keepRest() {
        System.arraycopy(buffer, position, buffer, 0, filled - position);
        filled -= position;
        position = 0;
    }

    private void cut() {
        int found = feeds.length;
        while (found == feeds.length) {
            found = LineEnds.find(buffer, position, filled, feeds);
            for (int index = 0; index < found; index++) {
                takeUpTo(feeds[index]);
                position = feeds[index] + 1;
            }
        }
        if (filled - position > LIMIT + 1) {
            takeUpTo(filled);
            position = filled;
            inside = true;
        }
    }

    private void takeLast() {
        if (position < filled) {
            takeUpTo(filled);
            position = filled;
        }
        inside = false;
    }

    /** A line, or the rest of one of which the beginning is a line already. */
    private void takeUpTo(int end) {
        if (inside) {
            inside = false;
            return;
        }
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
        }
        int textEnd = end > position && buffer[end - 1] == '\r' ? end - 1 : end;
        starts[count] = position;
        ends[count] = Math.min(textEnd, position + LIMIT);
        count++;
    }

    @Override
    public String stream() {
        return name;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public byte[] buffer() {
        return buffer;
    }

    @Override
    public int start(int line) {
        return starts[line];
    }

    @Override
    public int end(int line) {
        return ends[line];
    }

    @Override
    public Position before() {
        throw new UnsupportedOperationException("nobody goes on from here");
    }

    @Override
    public Position after(int line) {
        throw new UnsupportedOperationException("nobody goes on from here");
    }

    @Override
    public Instant arrival() {
        return arrival;
    }

    /** No: an old log keeps its times. */
    @Override
    public boolean fresh() {
        return false;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
