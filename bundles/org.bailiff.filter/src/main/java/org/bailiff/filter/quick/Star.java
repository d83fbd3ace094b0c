// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

/** A part that takes something each time, again and again, as often or as seldom as it can. */
final class Star extends Step {
    private final Step next;
    private final Gate bodyGate;
    private final Gate nextGate;
    private final boolean lazy;
    /** What a round begins with, for those who ask before the part is there. */
    private final ByteSet begin;
    /** Leads back to this step. */
    private Step body;

    Star(ByteSet begin, boolean lazy, Step next) {
        this.begin = begin;
        this.next = next;
        this.bodyGate = Gate.to(begin);
        this.nextGate = Gate.to(next);
        this.lazy = lazy;
    }

    /** Once, before it runs. */
    void repeat(Step part) {
        body = part;
    }

    @Override
    boolean run(QuickText text, int at) {
        return lazy ? goesOn(text, at) || repeats(text, at) : repeats(text, at) || goesOn(text, at);
    }

    private boolean repeats(QuickText text, int at) {
        if (!bodyGate.isOpen(text, at)) {
            return false;
        }
        text.spend(QuickText.ROUND);
        return body.run(text, at);
    }

    private boolean goesOn(QuickText text, int at) {
        return nextGate.isOpen(text, at) && next.run(text, at);
    }

    @Override
    void foretell(Outlook outlook, int offset) {
        if (body == null) {
            outlook.add(offset, begin);
            outlook.addAnything(offset + 1);
        } else {
            outlook.follow(body, offset);
        }
        outlook.follow(next, offset);
    }
}
