// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.show;

import java.util.List;
import org.bailiff.api.filter.FilterRules;
import org.bailiff.text.SafeText;

/** What a filter looks for, for people. */
public final class RulesText {
    private static final int LONGEST_REGEX = 2000;

    private RulesText() {}

    /** A line a rule, numbered as everywhere else. */
    public static String of(FilterRules rules) {
        StringBuilder text = new StringBuilder();
        rules.prefRegex().ifPresent(regex -> append(text, "prefregex", List.of(regex)));
        append(text, "failregex", rules.failRegexes());
        append(text, "ignoreregex", rules.ignoreRegexes());
        append(text, "datepattern", rules.datePatterns());
        append(text, "journalmatch", rules.journalMatches());
        if (rules.maxLines() > 1) {
            text.append("maxlines ").append(rules.maxLines()).append('\n');
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String key, List<String> rules) {
        for (int index = 0; index < rules.size(); index++) {
            text.append(key)
                    .append(' ')
                    .append(index + 1)
                    .append(": ")
                    .append(SafeText.of(rules.get(index), LONGEST_REGEX))
                    .append('\n');
        }
    }
}
