// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.show;

import java.util.List;
import org.bailiff.api.action.Comparison;
import org.bailiff.text.SafeText;

/** What should be in force against what is, for people. */
public final class ComparisonText {
    /** More than somebody reads; whoever mends them needs no list. */
    private static final int MOST_LINES = 100;
    /** So many are compared one by one at most: there may be more. */
    private static final int MOST_COMPARED = 1000;

    private ComparisonText() {}

    /** A line each for what is wanted, what was found, and what follows; below them the first differences. */
    public static String of(Comparison comparison) {
        List<String> differences = comparison.differences();
        StringBuilder text = new StringBuilder()
                .append("wanted:      ")
                .append(comparison.wanted())
                .append("\nin force:    ")
                .append(comparison.found())
                .append("\ndifferences: ")
                .append(outcome(comparison));
        differences.stream().limit(MOST_LINES).forEach(line -> text.append("\n  ")
                .append(SafeText.of(line)));
        if (differences.size() > MOST_LINES) {
            text.append("\n  and ").append(differences.size() - MOST_LINES).append(" more");
        }
        return text.toString();
    }

    private static String outcome(Comparison comparison) {
        int differences = comparison.differences().size();
        if (differences == 0) {
            return "none";
        }
        String count = differences >= MOST_COMPARED ? "at least " + differences : Integer.toString(differences);
        return count + (comparison.mended() ? ", put right" : ", not put right; resync with dryRun false does");
    }
}
