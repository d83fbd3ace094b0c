// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

/** Looks whether the byte before is, or is not, of a set. */
final class ByteBehind extends OneWay {
    private final boolean[] takes;
    private final boolean wanted;

    ByteBehind(boolean[] takes, boolean wanted, Step next) {
        super(next);
        this.takes = takes;
        this.wanted = wanted;
    }

    @Override
    int pass(QuickText text, int at) {
        return (at > text.from && takes[text.bytes[at - 1]]) == wanted ? at : NOWHERE;
    }

    @Override
    void foretell(Outlook outlook, int offset) {
        outlook.follow(next, offset);
    }
}
