// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

/** The end of a group of which it was kept where it begins. */
final class GroupEnd extends GroupTaking {
    private final int slot;

    /** @param slot where {@link GroupBegin} keeps where it begins */
    GroupEnd(int group, int slot, Step next) {
        super(group, next);
        this.slot = slot;
    }

    @Override
    long take(QuickText text, int at) {
        return text.take(group, text.slots[slot], at);
    }
}
