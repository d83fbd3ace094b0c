// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

/** One byte of a set. */
final class OneByte extends Step {
    private final ByteSet set;
    private final boolean[] takes;
    private final Step next;

    OneByte(ByteSet set, boolean[] takes, Step next) {
        this.set = set;
        this.takes = takes;
        this.next = next;
    }

    @Override
    boolean run(QuickText text, int at) {
        return at < text.to && takes[text.bytes[at]] && next.run(text, at + 1);
    }

    @Override
    void foretell(Outlook outlook, int offset) {
        outlook.add(offset, set);
        outlook.follow(next, offset + 1);
    }
}
