// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file.follow;

import java.time.Instant;
import java.util.Arrays;
import org.bailiff.api.source.LineBatch;
import org.bailiff.api.source.Position;
import org.bailiff.text.LineEnds;

/**
 * The one read buffer of the thread that reads, cut into lines. It is filled anew for each file in turn: a file keeps
 * no bytes but its offset, and a half-written line is read again when it has grown.
 */
public final class FileBatch implements LineBatch {
    /** The longest line that is delivered whole, in bytes. */
    public static final int LINE_LIMIT = 64 * 1024;
    /** How much is read of one file before the next one has its turn. More than a line, so that no line needs more. */
    static final int CAPACITY = 4 * LINE_LIMIT;

    private final byte[] buffer = new byte[CAPACITY];
    private final int[] feeds = new int[1024];
    private int[] starts = new int[4096];
    private int[] ends = new int[4096];
    private int[] behind = new int[4096];
    private int count;
    private int cut;
    private int consumed;
    private boolean insideAfter;
    private String stream = "";
    private FilePosition before;
    private Instant arrival = Instant.EPOCH;
    private boolean fresh;

    /** Says whose bytes come next. */
    void begin(String name, FilePosition place, Instant now, boolean isFresh) {
        stream = name;
        before = place;
        arrival = now;
        fresh = isFresh;
    }

    /**
     * Cuts the first {@code length} bytes of the buffer into lines. Bytes of a half-written line at their end are left
     * over, unless {@code complete}: then they are a line, because no more will come.
     *
     * <p>NUL bytes before a line are skipped: a writer that is not in append mode leaves them when its file is
     * truncated under it, as many as it had written.
     */
    void slice(int length, boolean complete) {
        count = 0;
        cut = 0;
        insideAfter = before.inside();
        int position = addWhole(length);
        if (isTooLong(position, length)) {
            add(position, length, position + LINE_LIMIT);
            position += LINE_LIMIT;
            insideAfter = true;
        } else if (complete && position < length) {
            add(position, length, length);
            position = length;
            insideAfter = true;
        }
        consumed = position;
    }

    /** Adds the lines that have an end; answers where the first one begins that has none. */
    private int addWhole(int length) {
        int position = 0;
        int found = feeds.length;
        while (found == feeds.length) {
            found = LineEnds.find(buffer, position, length, feeds);
            for (int index = 0; index < found; index++) {
                if (insideAfter) {
                    insideAfter = false;
                } else {
                    add(skipNuls(position, feeds[index]), feeds[index], feeds[index] + 1);
                }
                position = feeds[index] + 1;
            }
        }
        return insideAfter ? length : skipNuls(position, length);
    }

    /** Of a line without its end. A carriage return as the last byte may belong to the end. */
    private boolean isTooLong(int start, int end) {
        int length = end - start;
        return length > LINE_LIMIT + 1 || length == LINE_LIMIT + 1 && buffer[end - 1] != '\r';
    }

    private int skipNuls(int from, int length) {
        int position = from;
        while (position < length && buffer[position] == 0) {
            position++;
        }
        return position;
    }

    private void add(int start, int end, int next) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
            behind = Arrays.copyOf(behind, 2 * count);
        }
        boolean carriageReturn = end > start && buffer[end - 1] == '\r';
        int textEnd = carriageReturn ? end - 1 : end;
        boolean tooLong = textEnd - start > LINE_LIMIT;
        cut += tooLong ? 1 : 0;
        starts[count] = start;
        ends[count] = tooLong ? start + LINE_LIMIT : textEnd;
        // The same place whether or not the line's end was written when it was read.
        behind[count] = tooLong ? start + LINE_LIMIT : next;
        count++;
    }

    /** How many bytes are done with once the lines are taken; the rest is a half-written line. */
    int consumed() {
        return consumed;
    }

    /**
     * What stands before the first byte that is not done with. Not for a batch of which nothing is. Of NUL bytes nothing
     * is said: a writer may yet put text there.
     */
    Fingerprint ending() {
        return buffer[consumed - 1] == 0 ? Fingerprint.NONE : Fingerprint.before(buffer, consumed);
    }

    /** How many lines lost their end. */
    int cut() {
        return cut;
    }

    /** Whether the bytes done with end within a line. */
    boolean insideAfter() {
        return insideAfter;
    }

    @Override
    public String stream() {
        return stream;
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
        return before;
    }

    @Override
    public Position after(int line) {
        return new FilePosition(
                before.generation(),
                before.began(),
                before.stream(),
                before.offset() + behind[line],
                isInside(line),
                before.fingerprint(),
                Fingerprint.before(buffer, behind[line]),
                before.key());
    }

    private boolean isInside(int line) {
        boolean isCut = behind[line] == ends[line] && ends[line] - starts[line] == LINE_LIMIT;
        return isCut || insideAfter && line == count - 1;
    }

    @Override
    public Instant arrival() {
        return arrival;
    }

    @Override
    public boolean fresh() {
        return fresh;
    }
}
