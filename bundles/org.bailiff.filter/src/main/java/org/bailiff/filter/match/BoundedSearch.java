// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.match;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import org.bailiff.api.filter.Trace;
import org.bailiff.filter.regex.Regex;
import org.bailiff.filter.regex.Rule;

/**
 * The searches in one line. Each regex has a bound, so that one which is led astray leaves the others their chance, and
 * all together have one, so that a line holds nobody up. A search that reaches its bound has found nothing.
 */
final class BoundedSearch {
    /** How often a regex may look at a character of a line: some seven times at each of the longest, 64 KB. */
    static final int REGEX_STEPS = 500_000;
    /** How often all searches together may do so. */
    static final int LINE_STEPS = 2_000_000;
    /** Nobody wants to see how. */
    static final Consumer<Trace.Search> UNSEEN = search -> {};

    private final CutOffs cutOffs;
    private final Consumer<Trace.Search> spectator;
    private int stepsLeft = LINE_STEPS;

    /**
     * @param spectator is told of each search; {@link #UNSEEN} costs nothing
     */
    BoundedSearch(CutOffs cutOffs, Consumer<Trace.Search> spectator) {
        this.cutOffs = cutOffs;
        this.spectator = spectator;
    }

    /** The leftmost match. */
    Optional<MatchResult> find(Rule rule, String text) {
        int steps = Math.min(REGEX_STEPS, stepsLeft);
        CountedText counted = new CountedText(text, steps);
        boolean cutOff = false;
        Optional<MatchResult> found = Optional.empty();
        try {
            Matcher matcher = rule.regex().pattern().matcher(counted);
            boolean finds = rule.regex().mayMatch(text) && finds(rule.regex(), matcher, text);
            found = finds ? Optional.of(matcher) : Optional.empty();
        } catch (BudgetSpent | StackOverflowError tooLong) {
            // A regex that recurses too deep has spent its budget as well; the stack is whole again here.
            cutOffs.count(rule);
            cutOff = true;
        }
        int taken = steps - Math.max(counted.stepsLeft(), 0);
        stepsLeft -= taken;
        if (spectator != UNSEEN) {
            spectator.accept(seen(rule, found, cutOff, taken));
        }
        return found;
    }

    /** Java would look for a line's begin at every place, although there is only one. */
    private static boolean finds(Regex regex, Matcher matcher, String text) {
        int lineEnd = text.indexOf('\n');
        boolean isOneLine = lineEnd < 0 || lineEnd == text.length() - 1;
        return regex.isAnchored() && isOneLine ? matcher.lookingAt() : matcher.find();
    }

    private static Trace.Search seen(Rule rule, Optional<MatchResult> found, boolean cutOff, int steps) {
        Trace.Outcome outcome =
                cutOff ? Trace.Outcome.CUT_OFF : found.isPresent() ? Trace.Outcome.MATCHED : Trace.Outcome.MISSED;
        Map<String, String> captures = new HashMap<>();
        found.ifPresent(match -> rule.regex().groups().forEach((name, group) -> {
            if (match.group(group) != null) {
                captures.put(name, match.group(group));
            }
        }));
        return new Trace.Search(rule.key(), rule.number(), outcome, captures, steps);
    }
}
