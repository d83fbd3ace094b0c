// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.match;

import org.bailiff.filter.regex.Regex;

/** How much a regex makes of a text, in steps: how often it looks at a character. */
public final class StepCount {
    private StepCount() {}

    /**
     * The steps of a search.
     *
     * @param most where it is cut off; so it is where it overflows the stack
     * @return at most this many
     */
    public static int of(Regex regex, String text, int most) {
        CountedText counted = new CountedText(text, most);
        try {
            BoundedSearch.finds(regex, regex.pattern().matcher(counted), text);
        } catch (BudgetSpent | StackOverflowError tooLong) {
            return most;
        }
        return most - counted.stepsLeft();
    }
}
