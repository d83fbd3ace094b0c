// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.date;

import java.util.Arrays;

/** The bytes that a line began with; none at first. Owned by one stream. */
final class LineBegin {
    private static final int LONGEST = 64;

    private final byte[] bytes = new byte[LONGEST];
    private int length;

    /** Keeps these bytes, or none if they are too many. */
    void keep(byte[] array, int from, int to) {
        length = to - from <= LONGEST ? to - from : 0;
        System.arraycopy(array, from, bytes, 0, length);
    }

    void forget() {
        length = 0;
    }

    /** Whether there are any, and a line begins with them. */
    boolean isOf(byte[] array, int from, int to) {
        return length > 0 && to - from >= length && Arrays.equals(bytes, 0, length, array, from, from + length);
    }

    int length() {
        return length;
    }
}
