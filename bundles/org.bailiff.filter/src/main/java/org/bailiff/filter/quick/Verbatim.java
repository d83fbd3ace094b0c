// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

import java.util.Arrays;

/** Bytes as they are. */
final class Verbatim extends OneWay {
    /** From this length on the JDK's way, which compares several at once, is the faster. */
    private static final int LONG = 12;

    private final byte[] literal;

    Verbatim(byte[] literal, Step next) {
        super(next);
        this.literal = literal;
    }

    @Override
    int pass(QuickText text, int at) {
        int end = at + literal.length;
        return end <= text.to && stands(text.bytes, at, end) ? end : NOWHERE;
    }

    private boolean stands(byte[] bytes, int at, int end) {
        if (literal.length >= LONG) {
            return Arrays.equals(bytes, at, end, literal, 0, literal.length);
        }
        for (int index = 0; index < literal.length; index++) {
            if (bytes[at + index] != literal[index]) {
                return false;
            }
        }
        return true;
    }

    @Override
    void foretell(Outlook outlook, int offset) {
        for (int index = 0; index < literal.length; index++) {
            outlook.add(offset + index, ByteSet.of(literal[index]));
        }
        outlook.follow(next, offset + literal.length);
    }
}
