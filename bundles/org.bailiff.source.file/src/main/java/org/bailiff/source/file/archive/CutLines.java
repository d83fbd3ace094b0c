// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file.archive;

import java.util.Arrays;

/** Slices of a block, each a line. Used by one thread. */
final class CutLines {
    private final byte[] block;
    private int[] bounds = new int[256];
    private int count;

    CutLines(byte[] block) {
        this.block = block;
    }

    /** Adds a line, of which the beginning counts if it is too long. */
    void add(int start, int end) {
        if (2 * count == bounds.length) {
            bounds = Arrays.copyOf(bounds, 2 * bounds.length);
        }
        int text = end > start && block[end - 1] == '\r' ? end - 1 : end;
        bounds[2 * count] = start;
        bounds[2 * count + 1] = Math.min(text, start + LineCutter.LINE_LIMIT);
        count++;
    }

    byte[] block() {
        return block;
    }

    int count() {
        return count;
    }

    int start(int line) {
        return bounds[2 * line];
    }

    int end(int line) {
        return bounds[2 * line + 1];
    }
}
