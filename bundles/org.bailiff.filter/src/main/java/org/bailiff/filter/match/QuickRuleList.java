// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.match;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bailiff.filter.automaton.Automaton;
import org.bailiff.filter.regex.Rule;

/** Regexes of one key in their order, and what finds the first that matches. Immutable. */
final class QuickRuleList {
    private final QuickRule[] rules;
    private final Automaton automaton;

    private QuickRuleList(List<QuickRule> rules, Automaton automaton) {
        this.rules = rules.toArray(QuickRule[]::new);
        this.automaton = automaton;
    }

    /**
     * Empty if an automaton cannot run them.
     *
     * @param prefixGroups the named groups of the prefix
     */
    static Optional<QuickRuleList> of(List<Rule> rules, Map<String, Integer> prefixGroups) {
        List<QuickRule> quick = rules.stream()
                .map(rule -> new QuickRule(
                        rule.number(),
                        CaptureLayout.of(prefixGroups, rule.regex().groups())))
                .toList();
        return Automaton.of(rules.stream().map(Rule::regex).toList())
                .map(automaton -> new QuickRuleList(quick, automaton));
    }

    QuickRule get(int index) {
        return rules[index];
    }

    /**
     * The first that matches what a region holds.
     *
     * @return its index, {@link Automaton#MISSED} or {@link Automaton#GAVE_UP}
     */
    int find(Region region) {
        return rules.length == 0 ? Automaton.MISSED : region.search(automaton);
    }
}
