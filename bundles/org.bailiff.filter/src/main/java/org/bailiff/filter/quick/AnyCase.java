// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

/** Bytes whatever the case of their letters. */
final class AnyCase extends Step {
    private final byte[] small;
    private final byte[] capital;
    private final Step next;

    AnyCase(byte[] literal, Step next) {
        this.small = new byte[literal.length];
        this.capital = new byte[literal.length];
        for (int index = 0; index < literal.length; index++) {
            small[index] = (byte) Character.toLowerCase(literal[index]);
            capital[index] = (byte) Character.toUpperCase(literal[index]);
        }
        this.next = next;
    }

    @Override
    boolean run(QuickText text, int at) {
        int end = at + small.length;
        if (end > text.to) {
            return false;
        }
        for (int index = 0; index < small.length; index++) {
            byte found = text.bytes[at + index];
            if (found != small[index] && found != capital[index]) {
                return false;
            }
        }
        return next.run(text, end);
    }

    @Override
    void foretell(Outlook outlook, int offset) {
        for (int index = 0; index < small.length; index++) {
            outlook.add(offset + index, ByteSet.of(small[index]).or(ByteSet.of(capital[index])));
        }
        outlook.follow(next, offset + small.length);
    }
}
