// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

/** What a group took, once more. */
final class Reference extends Step {
    private final int group;
    private final boolean anyCase;
    private final Step next;

    Reference(int group, boolean anyCase, Step next) {
        this.group = group;
        this.anyCase = anyCase;
        this.next = next;
    }

    @Override
    boolean run(QuickText text, int at) {
        int start = text.start(group);
        int length = text.end(group) - start;
        if (start < 0 || length > text.to - at) {
            return false;
        }
        for (int index = 0; index < length; index++) {
            if (!isSame(text.bytes[start + index], text.bytes[at + index])) {
                return false;
            }
        }
        return next.run(text, at + length);
    }

    private boolean isSame(byte one, byte other) {
        return one == other || anyCase && Character.toLowerCase(one) == Character.toLowerCase(other);
    }

    @Override
    void foretell(Outlook outlook, int offset) {
        outlook.addAnything(offset);
    }
}
