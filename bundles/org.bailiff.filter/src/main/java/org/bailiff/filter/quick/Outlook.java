// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What may stand at the first places of what a step matches: so it need not be tried where that does not stand. */
final class Outlook {
    /** How many conditions are regarded that stand within each other; each looks at all that follows anew. */
    private static final int DEEPEST = 2;

    /** So many places are told of most steps; they are kept, so that each step looks no further than to the next. */
    static final int NEAR = 2;

    private final ByteSet[] sets;
    private final List<Set<Step>> seen = new ArrayList<>();
    private final int nesting;

    private Outlook(int depth, int nesting) {
        this.sets = new ByteSet[depth];
        this.nesting = nesting;
        Arrays.fill(sets, ByteSet.NOTHING);
        for (int offset = 0; offset < depth; offset++) {
            seen.add(new HashSet<>());
        }
    }

    /** What may stand at the first places, so many of them. */
    static ByteSet[] of(Step step, int depth) {
        Outlook outlook = new Outlook(depth, 0);
        outlook.follow(step, 0);
        return outlook.sets;
    }

    /** What may stand at the first places, {@link #NEAR} of them. */
    static ByteSet[] near(Step step) {
        if (step.near() == null) {
            step.keepNear(of(step, NEAR));
        }
        return step.near();
    }

    /** What may stand where it matches. */
    static ByteSet first(Step step) {
        return near(step)[0];
    }

    /** Whether it reaches so far. */
    boolean reaches(int offset) {
        return offset < sets.length;
    }

    void add(int offset, ByteSet set) {
        if (reaches(offset)) {
            sets[offset] = sets[offset].or(set);
        }
    }

    /** Says that from there on everything may stand. */
    void addAnything(int offset) {
        for (int at = offset; at < sets.length; at++) {
            sets[at] = ByteSet.ANYTHING;
        }
    }

    void follow(Step step, int offset) {
        if (step.near() != null && offset + NEAR >= sets.length) {
            addNear(step.near(), offset);
        } else if (reaches(offset) && seen.get(offset).add(step)) {
            step.foretell(this, offset);
        }
    }

    private void addNear(ByteSet[] near, int offset) {
        for (int index = 0; index < near.length; index++) {
            add(offset + index, near[index]);
        }
    }

    /** As {@link #follow}, where nothing else may stand first. */
    void followWithin(ByteSet only, Step step, int offset) {
        if (!reaches(offset)) {
            return;
        }
        if (nesting == DEEPEST || only.equals(ByteSet.ANYTHING)) {
            follow(step, offset);
            return;
        }
        Outlook apart = new Outlook(sets.length - offset, nesting + 1);
        apart.follow(step, 0);
        add(offset, apart.sets[0].and(only));
        for (int at = 1; at < apart.sets.length; at++) {
            add(offset + at, apart.sets[at]);
        }
    }
}
