// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file.follow;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds line feeds, eight bytes at a time: every byte of every log passes here. */
final class LineEnds {
    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long LINE_FEEDS = ONES * '\n';

    private LineEnds() {}

    /** The index of the first line feed in {@code [from, to)}, or -1. */
    static int next(byte[] bytes, int from, int to) {
        int index = from;
        for (; index <= to - Long.BYTES; index += Long.BYTES) {
            // A byte is zero here exactly where the text has a line feed; the lowest high bit set marks the first.
            long difference = (long) EIGHT_BYTES.get(bytes, index) ^ LINE_FEEDS;
            long zeros = difference - ONES & ~difference & HIGH_BITS;
            if (zeros != 0) {
                return index + Long.numberOfTrailingZeros(zeros) / Byte.SIZE;
            }
        }
        for (; index < to; index++) {
            if (bytes[index] == '\n') {
                return index;
            }
        }
        return -1;
    }
}
