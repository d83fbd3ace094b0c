// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

/** A part again and again, counted. A round that takes nothing is the last one. */
final class Rounds extends Step {
    /**
     * How often.
     *
     * @param lazy whether few are tried first
     */
    record Count(int least, int most, boolean lazy) {}

    private final Count count;
    /** Where the text keeps how many there were; behind it, where the last one began. */
    private final int slot;

    private final Step next;
    private final Step again = new Again();
    private Step body;

    Rounds(Count count, int slot, Step next) {
        this.count = count;
        this.slot = slot;
        this.next = next;
    }

    /** What the part must lead to. */
    Step again() {
        return again;
    }

    /** Once, before it runs. */
    void repeat(Step part) {
        body = part;
    }

    @Override
    boolean run(QuickText text, int at) {
        int done = text.slots[slot];
        int begin = text.slots[slot + 1];
        boolean matched = go(text, at, 0);
        text.slots[slot] = done;
        text.slots[slot + 1] = begin;
        return matched;
    }

    private boolean go(QuickText text, int at, int done) {
        if (done < count.least()) {
            return round(text, at, done);
        }
        if (count.lazy()) {
            return next.run(text, at) || done < count.most() && round(text, at, done);
        }
        return done < count.most() && round(text, at, done) || next.run(text, at);
    }

    private boolean round(QuickText text, int at, int done) {
        text.spend(QuickText.ROUND);
        int begin = text.slots[slot + 1];
        text.slots[slot] = done + 1;
        text.slots[slot + 1] = at;
        boolean matched = body.run(text, at);
        text.slots[slot] = done;
        text.slots[slot + 1] = begin;
        return matched;
    }

    @Override
    void foretell(Outlook outlook, int offset) {
        if (body == null) {
            outlook.addAnything(offset);
        } else {
            outlook.follow(body, offset);
            outlook.follow(next, offset);
        }
    }

    /** Behind a round. */
    private final class Again extends Step {
        @Override
        boolean run(QuickText text, int at) {
            return at == text.slots[slot + 1] ? next.run(text, at) : go(text, at, text.slots[slot]);
        }

        @Override
        void foretell(Outlook outlook, int offset) {
            outlook.follow(Rounds.this, offset);
        }
    }
}
