// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

/** The first of two ways that leads to a match. */
final class Fork extends Step {
    private static final int FIRST = 1;
    private static final int SECOND = 2;

    private final Step first;
    private final Step second;
    /** Which may be tried, by the byte that stands there, and at the end of the text. */
    private final byte[] ways = new byte[ByteSet.SIZE + 1];

    Fork(Step first, Step second) {
        this.first = first;
        this.second = second;
        mark(FIRST, Outlook.first(first));
        mark(SECOND, Outlook.first(second));
    }

    private void mark(int way, ByteSet begin) {
        for (int character = 0; character < ByteSet.SIZE; character++) {
            ways[character] |= (byte) (begin.contains(character) ? way : 0);
        }
        ways[ByteSet.SIZE] |= (byte) (begin.end() ? way : 0);
    }

    @Override
    boolean run(QuickText text, int at) {
        switch (ways[at < text.to ? text.bytes[at] : ByteSet.SIZE]) {
            case FIRST:
                return first.run(text, at);
            case SECOND:
                return second.run(text, at);
            case FIRST | SECOND:
                text.spend(1);
                return first.run(text, at) || second.run(text, at);
            default:
                return false;
        }
    }

    @Override
    void foretell(Outlook outlook, int offset) {
        outlook.follow(first, offset);
        outlook.follow(second, offset);
    }
}
