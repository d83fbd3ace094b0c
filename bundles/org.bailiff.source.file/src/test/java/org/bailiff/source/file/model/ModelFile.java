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
     * @param end where a reader stands that has delivered it: behind the line end, or where the line was cut
     * @param inside whether that is within the line
     */
    record Line(String text, int end, boolean inside) {}

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

    void setOpen(boolean value) {
        open = value;
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
        int size = Math.min(limit, size());
        int start = within ? behindLineFeed(offset, size) : offset;
        while (start < size && bytes.charAt(start) == 0) {
            start++;
        }
        int behind = behindLineFeed(start, size);
        boolean whole = behind <= size;
        String text = bytes.substring(Math.min(start, size), whole ? behind - 1 : size);
        boolean crlf = text.endsWith("\r");
        String shown = crlf ? text.substring(0, text.length() - 1) : text;
        if (shown.length() > FileBatch.LINE_LIMIT) {
            return new Line(shown.substring(0, FileBatch.LINE_LIMIT), start + FileBatch.LINE_LIMIT, true);
        }
        if (whole) {
            return new Line(shown, behind, false);
        }
        boolean last = (closed || limit < size()) && start < size;
        return last ? new Line(shown, size, true) : null;
    }

    /** Beyond the size if there is no line feed. */
    private int behindLineFeed(int from, int size) {
        int end = bytes.indexOf("\n", from);
        return end >= 0 && end < size ? end + 1 : size + 1;
    }
}
