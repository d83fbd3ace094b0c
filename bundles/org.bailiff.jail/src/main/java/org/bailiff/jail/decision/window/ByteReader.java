// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision.window;

import java.util.Arrays;

/** Reads what a {@link ByteWriter} put. */
final class ByteReader {
    private final byte[] bytes;
    private final int end;
    private int position;

    ByteReader(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.position = from;
        this.end = end;
    }

    boolean hasMore() {
        return position < end;
    }

    /** From 0 to 255. */
    int take() {
        return bytes[position++] & 0xff;
    }

    void skip(int length) {
        position += length;
    }

    byte[] take(int length) {
        position += length;
        return Arrays.copyOfRange(bytes, position - length, position);
    }

    long number() {
        long value = 0;
        int shift = 0;
        int part;
        do {
            part = take();
            value |= (long) (part & 0x7f) << shift;
            shift += 7;
        } while (part > 0x7f);
        return value;
    }

    long signed() {
        long value = number();
        return value >>> 1 ^ -(value & 1);
    }

    int position() {
        return position;
    }
}
