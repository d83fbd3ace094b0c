// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.match;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import org.bailiff.filter.regex.Regex;

/**
 * The searches in one line. Each regex has a bound, so that one which is led astray leaves the others their chance, and
 * all together have one, so that a line holds nobody up. A search that reaches its bound has found nothing.
 */
final class BoundedSearch {
    /** How often a regex may look at a character of a line: some seven times at each of the longest, 64 KB. */
    static final int REGEX_STEPS = 500_000;
    /** How often all searches together may do so. */
    static final int LINE_STEPS = 2_000_000;

    private final CutOffs cutOffs;
    private int stepsLeft = LINE_STEPS;

    BoundedSearch(CutOffs cutOffs) {
        this.cutOffs = cutOffs;
    }

    /** The leftmost match. */
    Optional<MatchResult> find(Regex regex, String text) {
        int steps = Math.min(REGEX_STEPS, stepsLeft);
        CountedText counted = new CountedText(text, steps);
        try {
            Matcher matcher = regex.pattern().matcher(counted);
            return finds(regex, matcher, text) ? Optional.of(matcher) : Optional.empty();
        } catch (BudgetSpent | StackOverflowError tooLong) {
            // A regex that recurses too deep has spent its budget as well; the stack is whole again here.
            cutOffs.count(regex);
            return Optional.empty();
        } finally {
            stepsLeft -= steps - Math.max(counted.stepsLeft(), 0);
        }
    }

    /** Java would look for a line's begin at every place, although there is only one. */
    private static boolean finds(Regex regex, Matcher matcher, String text) {
        return regex.isAnchored() && text.indexOf('\n') < 0 ? matcher.lookingAt() : matcher.find();
    }
}
