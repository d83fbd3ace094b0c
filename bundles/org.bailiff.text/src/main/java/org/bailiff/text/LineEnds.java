// SPDX-License-Identifier: Apache-2.0
package org.bailiff.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds line feeds, eight bytes at a time: every byte of every log passes here. */
public final class LineEnds {
    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long LINE_FEEDS = 0x0A0A0A0A0A0A0A0AL;

    private LineEnds() {}

    /**
     * Notes the indexes of the line feeds in {@code [from, to)}, from the first on, as many as there is room for.
     *
     * @param found where to
     * @return how many
     */
    public static int find(byte[] bytes, int from, int to, int[] found) {
        int count = 0;
        int index = from;
        for (; index <= to - Long.BYTES; index += Long.BYTES) {
            long feeds = feeds((long) EIGHT_BYTES.get(bytes, index));
            while (feeds != 0) {
                if (count == found.length) {
                    return count;
                }
                found[count++] = index + Long.numberOfTrailingZeros(feeds) / Byte.SIZE;
                feeds &= feeds - 1;
            }
        }
        for (; index < to && count < found.length; index++) {
            if (bytes[index] == '\n') {
                found[count++] = index;
            }
        }
        return count;
    }

    /** The high bit of each byte that is a line feed. */
    private static long feeds(long eight) {
        long difference = eight ^ LINE_FEEDS;
        // No byte carries into the next: a high bit is left clear exactly where all the others are.
        return ~((difference & ~HIGH_BITS) + ~HIGH_BITS | difference | ~HIGH_BITS);
    }
}
