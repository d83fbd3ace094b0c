// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file.model;

import org.bailiff.source.file.follow.FileBatch;

/**
 * One file in the life of a log, as the model knows it: from the first byte that was written to it until it was rotated
 * away or truncated. Each char is a byte.
 */
final class ModelFile {
    private final StringBuilder bytes = new StringBuilder();
    /** Whether no more will be written to it: then what stands at its end is a line. */
    private boolean closed;
    /** Whether its bytes are at the path or in a rotated file that can be read. */
    private boolean onDisk = true;
    /** Whether the reader has it open, so that nothing that happens to its name matters. */
    private boolean open;
    /** Whether the reader looked at it since it holds something. */
    private boolean known;

    /**
     * A line that has to be delivered.
     *
     * @param end the offset behind its line end; that of the line's cut if its end is not written yet
     * @param inside whether the end stands within the line
     */
    record Line(String text, int start, int end, boolean inside) {
        /** Whether a reader that has delivered it may stand there. */
        boolean mayEndAt(long offset, boolean within) {
            boolean cut = text.length() == FileBatch.LINE_LIMIT && offset == start + FileBatch.LINE_LIMIT && within;
            return cut || offset == end && within == inside;
        }
    }

    void append(String text) {
        bytes.append(text);
    }

    int size() {
        return bytes.length();
    }

    boolean endsWithinALine() {
        return size() > 0 && bytes.charAt(size() - 1) != '\n';
    }

    void close() {
        closed = true;
    }

    boolean isOnDisk() {
        return onDisk;
    }

    void setOnDisk(boolean value) {
        onDisk = value;
    }

    boolean isOpen() {
        return open;
    }

    boolean isKnown() {
        return known;
    }

    /** The reader looked at what is on the disk. */
    void noticed() {
        open |= onDisk;
        known |= onDisk && size() > 0;
    }

    /** The reader let it go. */
    void forgotten() {
        open = false;
        known = false;
    }

    /**
     * The line behind the offset; null if there is none.
     *
     * @param within whether the offset stands within a line whose beginning was delivered
     * @param limit what is behind it is lost
     */
    Line next(int offset, boolean within, int limit) {
        String text = bytes.substring(0, Math.min(limit, size()));
        boolean complete = closed || limit < size();
        int start = offset;
        if (within) {
            int rest = text.indexOf('\n', start);
            if (rest < 0) {
                return null;
            }
            start = rest + 1;
        }
        while (start < text.length() && text.charAt(start) == 0) {
            start++;
        }
        int end = text.indexOf('\n', start);
        if (end >= 0) {
            return new Line(shown(text.substring(start, end)), start, end + 1, false);
        }
        if (text.length() - start > FileBatch.LINE_LIMIT) {
            int cut = start + FileBatch.LINE_LIMIT;
            return new Line(text.substring(start, cut), start, cut, true);
        }
        boolean last = complete && start < text.length();
        return last ? new Line(shown(text.substring(start)), start, text.length(), true) : null;
    }

    private static String shown(String line) {
        String text = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
        return text.substring(0, Math.min(text.length(), FileBatch.LINE_LIMIT));
    }
}
