// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

/** The end of a group that takes so many bytes and no others: where it begins need not be kept. */
final class FixedGroupEnd extends GroupTaking {
    private final int width;

    FixedGroupEnd(int group, int width, Step next) {
        super(group, next);
        this.width = width;
    }

    @Override
    long take(QuickText text, int at) {
        return text.take(group, at - width, at);
    }
}
