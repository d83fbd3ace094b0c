// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

/** One way if a group took part so far, the other if not. */
final class Condition extends Step {
    private final int group;
    private final Step taken;
    private final Step otherwise;

    Condition(int group, Step taken, Step otherwise) {
        this.group = group;
        this.taken = taken;
        this.otherwise = otherwise;
    }

    @Override
    boolean run(QuickText text, int at) {
        return (kind(text, at) == 0 ? taken : otherwise).run(text, at);
    }

    /** Which of the two. */
    int kind(QuickText text, int at) {
        return text.start(group) >= 0 ? 0 : 1;
    }

    @Override
    void link(Linkage linkage) {
        linkage.choose(this, new Step[][] {{taken}, {otherwise}});
    }

    @Override
    void foretell(Outlook outlook, int offset) {
        outlook.follow(taken, offset);
        outlook.follow(otherwise, offset);
    }
}
