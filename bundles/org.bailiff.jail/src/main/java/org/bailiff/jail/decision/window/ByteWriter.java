// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision.window;

import java.util.Arrays;

/** Bytes that grow at their end; small numbers take few of them. */
final class ByteWriter {
    private static final int PART = 7;
    private static final int MORE = 1 << PART;

    private byte[] bytes = new byte[64];
    private int length;

    void put(int value) {
        reserve(1);
        bytes[length++] = (byte) value;
    }

    void put(byte[] values) {
        reserve(values.length);
        System.arraycopy(values, 0, bytes, length, values.length);
        length += values.length;
    }

    /** A number without a sign, seven bits a byte, the lowest first. */
    void number(long value) {
        long rest = value;
        while (rest >>> PART != 0) {
            put((int) rest | MORE);
            rest >>>= PART;
        }
        put((int) rest);
    }

    /** A number with a sign: those around zero take few bytes. */
    void signed(long value) {
        number(value << 1 ^ value >> 63);
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }

    /** A copy of what was put. */
    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }
}
