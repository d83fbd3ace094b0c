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
        put(values, 0, values.length);
    }

    void put(byte[] values, int from, int end) {
        reserve(end - from);
        System.arraycopy(values, from, bytes, length, end - from);
        length += end - from;
    }

    /** What was put, in an array that is longer and changes when more is. */
    byte[] array() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** Begins anew. */
    void clear() {
        length = 0;
    }

    /** How many bytes a number without a sign takes. */
    static int lengthOf(long value) {
        return Math.max(1, (Long.SIZE - Long.numberOfLeadingZeros(value) + PART - 1) / PART);
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

    /** The same into an array; where it ends. */
    static int number(long value, byte[] into, int from) {
        int position = from;
        long rest = value;
        while (rest >>> PART != 0) {
            into[position++] = (byte) ((int) rest | MORE);
            rest >>>= PART;
        }
        into[position++] = (byte) rest;
        return position;
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
