// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

/** Looks whether the byte before is, or is not, of a set. */
final class ByteBehind extends Step {
    private final boolean[] takes;
    private final boolean wanted;
    private final Step next;

    ByteBehind(boolean[] takes, boolean wanted, Step next) {
        this.takes = takes;
        this.wanted = wanted;
        this.next = next;
    }

    @Override
    boolean run(QuickText text, int at) {
        return (at > text.from && takes[text.bytes[at - 1]]) == wanted && next.run(text, at);
    }

    @Override
    void foretell(Outlook outlook, int offset) {
        outlook.follow(next, offset);
    }
}
