// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.match;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bailiff.filter.automaton.Automaton;
import org.bailiff.filter.date.QuickDates;

/** A filter's rules in their quick form, for lines of ASCII bytes. Immutable. */
final class QuickRules {
    /** No group. */
    static final int NONE = 0;

    private static final String CONTENT = "content";

    private final QuickDates dates;
    private final Optional<Automaton> prefix;
    private final int content;
    private final QuickRuleList failures;
    private final QuickRuleList vetoes;
    private final boolean vetoFirst;

    private QuickRules(
            QuickDates dates,
            Optional<Automaton> prefix,
            int content,
            QuickRuleList failures,
            QuickRuleList vetoes,
            boolean vetoFirst) {
        this.dates = dates;
        this.prefix = prefix;
        this.content = content;
        this.failures = failures;
        this.vetoes = vetoes;
        this.vetoFirst = vetoFirst;
    }

    /**
     * The quick form of these rules; empty if there is none: a regex has none, several lines are seen at once, or what is
     * the content is not said by one group alone.
     */
    static Optional<QuickRules> of(Rules rules) {
        if (rules.maxLines() > 1) {
            return Optional.empty();
        }
        Map<String, Integer> prefixGroups =
                rules.prefix().map(rule -> rule.regex().groups()).orElse(Map.of());
        Optional<Automaton> prefix = rules.prefix().flatMap(rule -> Automaton.of(List.of(rule.regex())));
        boolean hasPrefix =
                rules.prefix().isEmpty() || prefix.isPresent() && !CombinedTags.areIn(prefixGroups.keySet());
        Optional<QuickRuleList> failures = QuickRuleList.of(rules.failures(), prefixGroups);
        Optional<QuickRuleList> vetoes = QuickRuleList.of(rules.vetoes(), prefixGroups);
        if (!hasPrefix || failures.isEmpty() || vetoes.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new QuickRules(
                rules.dates().quick(),
                prefix,
                prefixGroups.getOrDefault(CONTENT, NONE),
                failures.get(),
                vetoes.get(),
                rules.vetoFirst()));
    }

    QuickDates dates() {
        return dates;
    }

    /** What every failure's line matches first. */
    Optional<Automaton> prefix() {
        return prefix;
    }

    /** The group of the prefix that says what the failregexes see; {@link #NONE} if none does. */
    int content() {
        return content;
    }

    QuickRuleList failures() {
        return failures;
    }

    QuickRuleList vetoes() {
        return vetoes;
    }

    /** As {@link Rules#vetoFirst}. */
    boolean vetoFirst() {
        return vetoFirst;
    }
}
