// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a file into whole lines, a block at a time, as those who follow it do: at each line feed, a carriage return before
 * it left out, and of a line over {@link #LINE_LIMIT} bytes only the beginning. Between two blocks it keeps nothing but
 * the line that is not whole yet. Used by one thread.
 */
final class LineCutter {
    /** How many bytes of a line are looked at. */
    static final int LINE_LIMIT = 64 * 1024;

    private static final int BLOCK = 64 * 1024;

    private final InputStream content;
    private byte[] rest = new byte[0];
    private boolean skipping;
    private boolean atEnd;

    LineCutter(InputStream content) {
        this.content = content;
    }

    /** The lines of the next block, none if it has no line end; null at the end of the file. */
    CutLines next() throws IOException {
        if (atEnd) {
            return null;
        }
        byte[] block = Arrays.copyOf(rest, rest.length + BLOCK);
        int count = content.readNBytes(block, rest.length, BLOCK);
        atEnd = count < BLOCK;
        return cut(block, rest.length + count);
    }

    private CutLines cut(byte[] block, int filled) {
        CutLines lines = new CutLines(block);
        int start = afterNuls(block, 0, filled);
        for (int index = Math.max(start, rest.length); index < filled; index++) {
            if (block[index] == '\n') {
                add(lines, start, index);
                start = afterNuls(block, index + 1, filled);
                index = Math.max(index, start - 1);
            }
        }
        if (atEnd && start < filled) {
            add(lines, start, filled);
            start = filled;
        }
        keep(block, start, filled, lines);
        return lines;
    }

    /** Writers that do not append leave NUL bytes before a line when the file is truncated under them. */
    private static int afterNuls(byte[] block, int from, int filled) {
        int index = from;
        while (index < filled && block[index] == 0) {
            index++;
        }
        return index;
    }

    private void add(CutLines lines, int start, int end) {
        if (!skipping) {
            lines.add(start, end);
        }
        skipping = false;
    }

    /** A line that is too long already is delivered, and the rest of it is none. */
    private void keep(byte[] block, int start, int filled, CutLines lines) {
        if (skipping) {
            rest = new byte[0];
        } else if (filled - start > LINE_LIMIT) {
            lines.add(start, filled);
            skipping = true;
            rest = new byte[0];
        } else {
            rest = Arrays.copyOfRange(block, start, filled);
        }
    }
}
