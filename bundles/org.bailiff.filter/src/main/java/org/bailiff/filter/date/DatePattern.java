// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.date;

import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import org.bailiff.filter.regex.Regex;
import org.bailiff.filter.regex.RegexSyntaxException;
import org.bailiff.filter.regex.Rule;

/** One way to write dates. Immutable. */
public final class DatePattern {
    private static final String NO_BOUNDARIES = "{UNB}";

    private final Rule rule;
    private final boolean bounded;

    private DatePattern(Rule rule, boolean bounded) {
        this.rule = rule;
        this.bounded = bounded;
    }

    /**
     * The pattern that this text writes. Unless it says {@code {UNB}}, a date is not a part of a longer word.
     *
     * @param number of the pattern among those of the definition, from 1
     * @throws RegexSyntaxException if it is none
     */
    static DatePattern of(String text, int number) throws RegexSyntaxException {
        String written = DateDirectives.writeOut(text);
        boolean bounded = !text.contains(NO_BOUNDARIES);
        Regex regex = Regex.of(bounded ? "(?<!\\w)(?:" + written + ")(?!\\w)" : written);
        return new DatePattern(new Rule("datepattern", number, text, regex), bounded);
    }

    Rule rule() {
        return rule;
    }

    /** Whether what it finds is never a part of a word. */
    boolean isBounded() {
        return bounded;
    }

    /** What a match says, by directive. */
    Function<String, String> fields(MatchResult match) {
        Map<String, Integer> groups = rule.regex().groups();
        return directive -> groups.containsKey(directive) ? match.group(groups.get(directive)) : null;
    }

    /** As a definition writes it. */
    @Override
    public String toString() {
        return rule.text();
    }
}
