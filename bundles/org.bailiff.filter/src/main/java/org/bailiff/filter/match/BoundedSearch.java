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
    /** How often a regex may look at a character of a line: some four times at each of the longest, 64 KB. */
    static final int REGEX_STEPS = 300_000;
    /** How often all searches in a line may, those for its date too: a few milliseconds, by the bench. */
    static final int LINE_STEPS = 600_000;
    /** How often those for the date may, so that looking for one in a long line leaves the regexes their half. */
    static final int DATE_STEPS = LINE_STEPS / 2;
    /** What an overflow of the stack costs, at least: the frames of a jail's thread are unwound in as much time. */
    private static final int OVERFLOW_STEPS = 100_000;
    /** So many characters are passed in a step where a literal is looked for. */
    private static final int LITERAL_STRIDE = 64;
    /** Nobody wants to see how. */
    static final Consumer<Trace.Search> UNSEEN = search -> {};

    private final CutOffs cutOffs;
    private final Budget budget;
    private final Consumer<Trace.Search> spectator;

    /**
     * @param budget what may be taken in this line
     * @param spectator is told of each search; {@link #UNSEEN} costs nothing
     */
    BoundedSearch(CutOffs cutOffs, Budget budget, Consumer<Trace.Search> spectator) {
        this.cutOffs = cutOffs;
        this.budget = budget;
        this.spectator = spectator;
    }

    /** The leftmost match. */
    Optional<MatchResult> find(Rule rule, String text) {
        int steps = Math.min(REGEX_STEPS, budget.left());
        CountedText counted = new CountedText(text, steps);
        boolean cutOff = false;
        int more = text.length() / LITERAL_STRIDE;
        Optional<MatchResult> found = Optional.empty();
        try {
            if (steps == 0) {
                throw BudgetSpent.SIGNAL;
            }
            if (rule.regex().mayMatch(text)) {
                Matcher matcher = rule.regex().pattern().matcher(counted);
                found = finds(rule.regex(), matcher, text) ? Optional.of(matcher) : Optional.empty();
            }
        } catch (BudgetSpent | StackOverflowError tooLong) {
            // A regex that recurses too deep has spent its budget as well; the stack is whole again here.
            cutOffs.count(rule);
            cutOff = true;
            more = tooLong instanceof StackOverflowError ? OVERFLOW_STEPS : more;
        }
        int taken = Math.min(steps - Math.max(counted.stepsLeft(), 0) + more, steps);
        budget.take(taken);
        if (spectator != UNSEEN) {
            spectator.accept(seen(rule, found, cutOff, taken));
        }
        return found;
    }

    /** Java would look for a line's begin at every place, although there is only one. */
    static boolean finds(Regex regex, Matcher matcher, String text) {
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
