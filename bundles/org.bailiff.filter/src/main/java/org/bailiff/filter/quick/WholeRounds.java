// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

/**
 * A part again and again that can be taken in one way only, or is to be: each round is matched by itself and taken back as a
 * whole. As in Java, what groups within took in a round is not forgotten when the round is taken back.
 */
final class WholeRounds extends Step {
    /** How many are tried first. */
    enum Manner {
        MANY,
        FEW,
        /** None is taken back. */
        ALL
    }

    private final Step body;
    private final int least;
    private final int most;
    private final Manner manner;
    private final Step next;
    private final Gate gate;

    /** @param body with its own end */
    WholeRounds(Step body, int least, int most, Manner manner, Step next) {
        this.body = body;
        this.least = least;
        this.most = most;
        this.manner = manner;
        this.next = next;
        this.gate = Gate.to(next);
    }

    @Override
    boolean run(QuickText text, int at) {
        int place = at;
        for (int done = 0; done < least; done++) {
            text.spend(1);
            if (!body.run(text, place)) {
                return false;
            }
            place = text.last;
        }
        return switch (manner) {
            case MANY -> many(text, place, least);
            case FEW -> few(text, place);
            case ALL -> all(text, place);
        };
    }

    /** Rounds of one length are given back one by one; one of another length begins anew. */
    private boolean many(QuickText text, int at, int before) {
        int place = at;
        int done = before;
        int length = 0;
        while (done < most && body.run(text, place) && text.last > place) {
            text.spend(1);
            int taken = text.last - place;
            if (done > before && taken != length) {
                text.spend(QuickText.ROUND);
                if (many(text, place, done)) {
                    return true;
                }
                break;
            }
            length = taken;
            place += length;
            done++;
        }
        for (; done > before; done--) {
            text.spend(1);
            if (gate.isOpen(text, place) && next.run(text, place)) {
                return true;
            }
            place -= length;
        }
        return next.run(text, at);
    }

    private boolean few(QuickText text, int at) {
        int place = at;
        for (int done = least; !next.run(text, place); done++) {
            text.spend(1);
            if (done >= most || !body.run(text, place) || text.last == place) {
                return false;
            }
            place = text.last;
        }
        return true;
    }

    private boolean all(QuickText text, int at) {
        int place = at;
        for (int done = least; done < most && body.run(text, place) && text.last > place; done++) {
            text.spend(1);
            place = text.last;
        }
        return next.run(text, place);
    }

    @Override
    void foretell(Outlook outlook, int offset) {
        // The part ends by itself, so that everything may stand behind it.
        outlook.follow(body, offset);
        if (least == 0) {
            outlook.follow(next, offset);
        }
    }
}
