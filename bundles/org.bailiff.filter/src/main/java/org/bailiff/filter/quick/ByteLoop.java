// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

/** Bytes of a set, one after another. */
abstract class ByteLoop extends Step {
    /**
     * What it takes, and how often.
     *
     * @param guard where it matches the loop takes nothing more; null for none
     */
    record Body(Alphabet alphabet, Step guard, int least, int most) {}

    /** So many bytes are passed in the time of a step. */
    private static final int STRIDE = 16;

    private static final ByteSet DOT = ByteSet.of('\n').complement();

    final int least;
    final int most;
    final Step next;
    private final ByteSet set;
    private final boolean[] takes;
    private final Step guard;
    private final Gate guardGate;
    private final boolean isDot;

    ByteLoop(Body body, Step next) {
        this.set = body.alphabet().set();
        this.takes = body.alphabet().table();
        this.guard = body.guard();
        this.guardGate = guard == null ? null : Gate.to(guard);
        this.least = body.least();
        this.most = body.most();
        this.isDot = guard == null && set.low() == DOT.low() && set.high() == DOT.high();
        this.next = next;
    }

    /** Whether it takes the byte at a place. */
    final boolean takes(QuickText text, int at) {
        return at < text.to && takes[text.bytes[at]] && (guard == null || !isGuarded(text, at));
    }

    private boolean isGuarded(QuickText text, int at) {
        if (!guardGate.isOpen(text, at)) {
            return false;
        }
        text.spend(1);
        return guard.run(text, at);
    }

    /** Where what it can take from a place ends. */
    final int reach(QuickText text, int at) {
        int end = most < text.to - at ? at + most : text.to;
        if (isDot) {
            return Math.min(text.lineEnd(at), end);
        }
        int place = guard == null ? pass(text.bytes, at, end) : passGuarded(text, at, end);
        spend(text, place - at);
        return place;
    }

    private int pass(byte[] bytes, int at, int end) {
        int place = at;
        while (place < end && takes[bytes[place]]) {
            place++;
        }
        return place;
    }

    private int passGuarded(QuickText text, int at, int end) {
        int place = at;
        while (place < end && takes[text.bytes[place]] && !isGuarded(text, place)) {
            place++;
        }
        return place;
    }

    static void spend(QuickText text, int passed) {
        if (passed >= STRIDE) {
            text.spend(passed / STRIDE);
        }
    }

    @Override
    final void foretell(Outlook outlook, int offset) {
        for (int count = 0; count <= most && outlook.reaches(offset + count); count++) {
            if (count >= least) {
                outlook.follow(next, offset + count);
            }
            if (count < most) {
                outlook.add(offset + count, set);
            }
        }
    }
}
