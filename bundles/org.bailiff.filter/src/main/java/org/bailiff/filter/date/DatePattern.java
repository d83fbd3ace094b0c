// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.date;

import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import org.bailiff.filter.regex.Regex;
import org.bailiff.filter.regex.RegexSyntaxException;

/** One way to write dates. Immutable. */
public final class DatePattern {
    private static final String NO_BOUNDARIES = "{UNB}";

    private final String text;
    private final Regex regex;
    private final boolean bounded;

    private DatePattern(String text, Regex regex, boolean bounded) {
        this.text = text;
        this.regex = regex;
        this.bounded = bounded;
    }

    /**
     * The pattern that this text writes. Unless it says {@code {UNB}}, a date is not a part of a longer word.
     *
     * @throws RegexSyntaxException if it is none
     */
    static DatePattern of(String text) throws RegexSyntaxException {
        String written = DateDirectives.writeOut(text);
        boolean bounded = !text.contains(NO_BOUNDARIES);
        return new DatePattern(text, Regex.of(bounded ? "(?<!\\w)(?:" + written + ")(?!\\w)" : written), bounded);
    }

    public Regex regex() {
        return regex;
    }

    /** Whether what it finds is never a part of a word. */
    boolean isBounded() {
        return bounded;
    }

    /** What a match says, by directive. */
    Function<String, String> fields(MatchResult match) {
        Map<String, Integer> groups = regex.groups();
        return directive -> groups.containsKey(directive) ? match.group(groups.get(directive)) : null;
    }

    /** As a definition writes it. */
    @Override
    public String toString() {
        return text;
    }
}
