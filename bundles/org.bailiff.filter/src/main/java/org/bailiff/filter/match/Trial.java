// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.match;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import org.bailiff.filter.regex.Regex;

/** A search that only tries what a regex makes of a text; it is bounded as those in lines are, and counted nowhere. */
public final class Trial {
    private final CountedText counted;
    private final int most;
    private final boolean cutOff;
    private final Optional<MatchResult> match;

    private Trial(Regex regex, String text, int most) {
        this.counted = new CountedText(text, most);
        this.most = most;
        boolean tooLong = false;
        Optional<MatchResult> found = Optional.empty();
        try {
            Matcher matcher = regex.pattern().matcher(counted);
            found = BoundedSearch.finds(regex, matcher, text) ? Optional.of(matcher) : Optional.empty();
        } catch (BudgetSpent | StackOverflowError spent) {
            // What it would have found is not known.
            tooLong = true;
        }
        this.cutOff = tooLong;
        this.match = found;
    }

    /**
     * Searches the text.
     *
     * @param most how often the regex may look at a character
     */
    public static Trial of(Regex regex, String text, int most) {
        return new Trial(regex, text, most);
    }

    /** How often it looked at a character; all that it might if it was cut off, or overflowed the stack. */
    public int steps() {
        return cutOff ? most : most - counted.stepsLeft();
    }

    /** The leftmost match; empty if there is none, or it was cut off. */
    public Optional<MatchResult> match() {
        return match;
    }
}
