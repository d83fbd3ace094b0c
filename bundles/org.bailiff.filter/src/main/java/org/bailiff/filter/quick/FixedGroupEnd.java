// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

/** As {@link GroupEnd}, for a group that takes so many bytes and no others: where it begins need not be kept. */
final class FixedGroupEnd extends Step {
    private final int group;
    private final int width;
    private final Step next;

    FixedGroupEnd(int group, int width, Step next) {
        this.group = group;
        this.width = width;
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
        return text.take(group, at - width, at);
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
