// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

import java.util.Optional;
import org.bailiff.filter.regex.JavaGroups;
import org.bailiff.filter.regex.Node;

/**
 * A regex, ready to run over ASCII bytes: it finds what {@code java.util.regex} finds, groups included, in less time and
 * without making an object. Immutable.
 */
public final class QuickRegex {
    /** What a search came to. */
    public enum Answer {
        /** The leftmost match was found; where is in the {@link QuickText}. */
        MATCHED,
        /** There is no match. */
        MISSED,
        /** It took too many steps to tell: {@code java.util.regex} is to be asked. */
        GAVE_UP
    }

    /** After so many searches a class of its own pays. */
    private static final int MANY = 1000;

    private final Step first;
    private final Gate gate;
    private final int groups;
    private final int slots;
    private final int least;
    private final boolean anchored;
    /** How often it was run; not all are counted where many threads run it. */
    private int uses;
    /** The same as the first step, from some uses on; null before, or if it has none. Two who make it at once do no harm. */
    private LinkedRegex linked;

    private QuickRegex(Step first, Assembly assembly, JavaGroups groups, int least, boolean anchored) {
        this.first = first;
        this.gate = Gate.to(first);
        this.groups = groups.count();
        this.slots = assembly.slots();
        this.least = least;
        this.anchored = anchored;
    }

    /**
     * The regex that a tree describes; empty if it holds what is not known here.
     *
     * @param anchored whether every match begins where a line begins
     */
    public static Optional<QuickRegex> of(Node tree, boolean anchored) {
        if (!Suitability.isSuited(tree)) {
            return Optional.empty();
        }
        JavaGroups groups = JavaGroups.of(tree);
        Assembly assembly = new Assembly(groups);
        Step first = assembly.step(Settling.of(tree), new Finish(), false);
        return Optional.of(
                new QuickRegex(first, assembly, groups, Width.of(tree).least(), anchored));
    }

    /** Looks for the leftmost match in the text. */
    public Answer search(QuickText text) {
        text.begin(groups, slots);
        try {
            if (uses < MANY && ++uses == MANY) {
                link();
            }
            return (anchored ? findInLines(text) : findAnywhere(text)) ? Answer.MATCHED : Answer.MISSED;
        } catch (GivenUp | StackOverflowError tooLong) {
            // What it would have found is not known; the stack is whole again here.
            return Answer.GAVE_UP;
        }
    }

    /** Makes a class of the steps. */
    void link() {
        uses = MANY;
        linked = Linkage.of(first).orElse(null);
    }

    private boolean findInLines(QuickText text) {
        int end = text.to - least;
        for (int at = text.from; at <= end; at = text.lineEnd(at) + 1) {
            if (matches(text, at)) {
                return true;
            }
        }
        return false;
    }

    private boolean findAnywhere(QuickText text) {
        int end = text.to - least;
        for (int at = text.from; at <= end; at++) {
            if (matches(text, at)) {
                return true;
            }
        }
        return false;
    }

    private boolean matches(QuickText text, int at) {
        if (!gate.isOpen(text, at)) {
            return false;
        }
        text.spend(1);
        LinkedRegex quickest = linked;
        boolean matched = quickest == null ? first.run(text, at) : quickest.run(text, at);
        if (matched) {
            text.found(at);
        }
        return matched;
    }

    /** What may stand at its first places, so many of them. */
    ByteSet[] outlook(int depth) {
        return Outlook.of(first, depth);
    }

    boolean isAnchored() {
        return anchored;
    }
}
