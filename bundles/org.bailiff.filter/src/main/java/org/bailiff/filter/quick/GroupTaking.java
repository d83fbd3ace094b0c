// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

/** Notes where a group ends and what it took; forgets it again if there is no match that way. */
abstract class GroupTaking extends Step {
    final int group;
    private final Step next;

    GroupTaking(int group, Step next) {
        this.group = group;
        this.next = next;
    }

    @Override
    final boolean run(QuickText text, int at) {
        long before = take(text, at);
        if (next.run(text, at)) {
            return true;
        }
        forget(text, before);
        return false;
    }

    /** Notes what the group took, which ends here; what was noted of it before. */
    abstract long take(QuickText text, int at);

    final void forget(QuickText text, long before) {
        text.restore(group, before);
    }

    @Override
    final void link(Linkage linkage) {
        linkage.take(this, next);
    }

    @Override
    final void foretell(Outlook outlook, int offset) {
        outlook.follow(next, offset);
    }
}
