// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.match;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.bailiff.api.filter.LogLine;

/** Tells which lines are ASCII characters, a byte each, with no line end among them. Owned by one stream. */
final class AsciiLines {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = ONES << 7;
    private static final long LINE_ENDS = ONES * '\n';
    private static final byte[] ALL = allOfThem();

    /** The last line's; the lines of a stream have one. */
    private Optional<Charset> charset = Optional.empty();

    private boolean isSuperset = true;

    private static byte[] allOfThem() {
        byte[] all = new byte[0x80];
        for (int character = 0; character < all.length; character++) {
            all[character] = (byte) character;
        }
        return all;
    }

    boolean contain(LogLine line) {
        if (line.charset() != charset) {
            charset = line.charset();
            isSuperset = charset.map(AsciiLines::isSuperset).orElse(true);
        }
        return isSuperset && isAscii(line.buffer(), line.start(), line.end());
    }

    /** Whether bytes below 128 are ASCII's characters, wherever they stand. */
    private static boolean isSuperset(Charset charset) {
        boolean alone = charset.equals(StandardCharsets.UTF_8)
                || charset.equals(StandardCharsets.US_ASCII)
                || charset.name().startsWith("ISO-8859-")
                || charset.name().startsWith("windows-125");
        return alone && new String(ALL, charset).equals(new String(ALL, StandardCharsets.US_ASCII));
    }

    private static boolean isAscii(byte[] bytes, int start, int end) {
        int index = start;
        for (; index <= end - Long.BYTES; index += Long.BYTES) {
            long eight = (long) EIGHT.get(bytes, index);
            long difference = eight ^ LINE_ENDS;
            // Minus one, only a byte of zero gets a high bit that it had not before.
            if (((eight | difference - ONES & ~difference) & HIGH_BITS) != 0) {
                return false;
            }
        }
        for (; index < end; index++) {
            if (bytes[index] < 0 || bytes[index] == '\n') {
                return false;
            }
        }
        return true;
    }
}
