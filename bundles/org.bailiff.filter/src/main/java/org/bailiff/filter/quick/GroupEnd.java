// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

/** Tells what a group took; forgets it again if there is no match that way. */
final class GroupEnd extends Step {
    private final int group;
    private final int slot;
    private final Step next;

    /** @param slot where {@link GroupBegin} keeps where it begins */
    GroupEnd(int group, int slot, Step next) {
        this.group = group;
        this.slot = slot;
        this.next = next;
    }

    @Override
    boolean run(QuickText text, int at) {
        long before = take(text, at);
        if (next.run(text, at)) {
            return true;
        }
        forget(text, before);
        return false;
    }

    /** Notes what the group took; what was noted of it before. */
    long take(QuickText text, int at) {
        return text.take(group, text.slots[slot], at);
    }

    void forget(QuickText text, long before) {
        text.restore(group, before);
    }

    @Override
    void link(Linkage linkage) {
        linkage.take(this, next);
    }

    @Override
    void foretell(Outlook outlook, int offset) {
        outlook.follow(next, offset);
    }
}
