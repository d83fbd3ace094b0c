// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

/** Bytes whatever the case of their letters. */
final class AnyCase extends OneWay {
    private final byte[] small;
    private final byte[] capital;

    AnyCase(byte[] literal, Step next) {
        super(next);
        this.small = new byte[literal.length];
        this.capital = new byte[literal.length];
        for (int index = 0; index < literal.length; index++) {
            small[index] = (byte) Character.toLowerCase(literal[index]);
            capital[index] = (byte) Character.toUpperCase(literal[index]);
        }
    }

    @Override
    int pass(QuickText text, int at) {
        int end = at + small.length;
        if (end > text.to) {
            return NOWHERE;
        }
        for (int index = 0; index < small.length; index++) {
            byte found = text.bytes[at + index];
            if (found != small[index] && found != capital[index]) {
                return NOWHERE;
            }
        }
        return end;
    }

    @Override
    void foretell(Outlook outlook, int offset) {
        for (int index = 0; index < small.length; index++) {
            outlook.add(offset + index, ByteSet.of(small[index]).or(ByteSet.of(capital[index])));
        }
        outlook.follow(next, offset + small.length);
    }
}
