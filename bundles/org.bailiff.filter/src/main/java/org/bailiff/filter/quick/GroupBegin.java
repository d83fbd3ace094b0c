// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

/** Keeps where a group begins. */
final class GroupBegin extends Step {
    private final int slot;
    private final Step next;

    GroupBegin(int slot, Step next) {
        this.slot = slot;
        this.next = next;
    }

    @Override
    boolean run(QuickText text, int at) {
        int before = text.slots[slot];
        text.slots[slot] = at;
        boolean matched = next.run(text, at);
        text.slots[slot] = before;
        return matched;
    }

    /** As {@link #run}, where nothing leads back to here, so that nobody else keeps something in the slot. */
    int pass(QuickText text, int at) {
        text.slots[slot] = at;
        return at;
    }

    @Override
    void link(Linkage linkage) {
        linkage.pass(this);
        next.link(linkage);
    }

    @Override
    void foretell(Outlook outlook, int offset) {
        outlook.follow(next, offset);
    }
}
