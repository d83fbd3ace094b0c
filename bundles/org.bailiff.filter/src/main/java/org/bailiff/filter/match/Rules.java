// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.match;

import java.util.List;
import java.util.Optional;
import org.bailiff.api.filter.FilterRules;
import org.bailiff.filter.date.DateFinder;
import org.bailiff.filter.regex.Rule;

/**
 * A definition, compiled.
 *
 * @param dates finds the date, which is cut out before anything else is matched
 * @param prefix what every failure's line matches first; its {@code content}, if it captures one, is what the
 *     failregexes see
 * @param failures in order; the first that matches counts
 * @param vetoes ignoreregexes
 * @param journalMatches which entries of the journal concern it
 * @param maxLines how many lines the failregexes see at once
 */
public record Rules(
        DateFinder dates,
        Optional<Rule> prefix,
        List<Rule> failures,
        List<Rule> vetoes,
        List<String> journalMatches,
        int maxLines) {

    private static final int FAR_FEWER = 3;

    public Rules {
        failures = List.copyOf(failures);
        vetoes = List.copyOf(vetoes);
        journalMatches = List.copyOf(journalMatches);
    }

    /**
     * Whether ignoreregexes are tried before the failregexes, because they are far fewer: a line that they match is then
     * ignored, whatever else it is. fail2ban does so where they are at least three fewer.
     */
    boolean vetoFirst() {
        return !vetoes.isEmpty() && failures.size() - vetoes.size() >= FAR_FEWER;
    }

    /** Whether lines say what their session as a whole is worth. */
    boolean saysWorth() {
        return failures.stream().anyMatch(rule -> rule.regex().captures("mlfonce"));
    }

    /** What they say, for people. */
    FilterRules texts() {
        return new FilterRules(
                prefix.map(Rule::text),
                failures.stream().map(Rule::text).toList(),
                vetoes.stream().map(Rule::text).toList(),
                dates.texts(),
                journalMatches,
                maxLines);
    }
}
