// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

/** One byte of a set. */
final class OneByte extends OneWay {
    private final ByteSet set;
    private final boolean[] takes;

    OneByte(ByteSet set, boolean[] takes, Step next) {
        super(next);
        this.set = set;
        this.takes = takes;
    }

    @Override
    int pass(QuickText text, int at) {
        return at < text.to && takes[text.bytes[at]] ? at + 1 : NOWHERE;
    }

    @Override
    void foretell(Outlook outlook, int offset) {
        outlook.add(offset, set);
        outlook.follow(next, offset + 1);
    }
}
