// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bailiff.filter.quick.QuickChoice;
import org.bailiff.filter.quick.QuickRegex;
import org.bailiff.filter.regex.Rule;

/** Regexes of one key in their quick form, in their order, and what tells which of them can match. Immutable. */
final class QuickRuleList {
    private final QuickRule[] rules;
    private final QuickChoice choice;

    private QuickRuleList(List<QuickRule> rules) {
        this.rules = rules.toArray(QuickRule[]::new);
        this.choice = QuickChoice.of(
                rules.stream().map(QuickRule::regex).map(Optional::of).toList());
    }

    /**
     * Empty if one has no quick form.
     *
     * @param prefixGroups the named groups of the prefix
     */
    static Optional<QuickRuleList> of(List<Rule> rules, Map<String, Integer> prefixGroups) {
        List<QuickRule> quick = new ArrayList<>();
        for (Rule rule : rules) {
            Optional<QuickRegex> regex = rule.regex().quick();
            if (regex.isEmpty()) {
                return Optional.empty();
            }
            CaptureLayout layout = CaptureLayout.of(prefixGroups, rule.regex().groups());
            quick.add(new QuickRule(regex.get(), rule.number(), layout));
        }
        return Optional.of(new QuickRuleList(quick));
    }

    QuickRule get(int index) {
        return rules[index];
    }

    /** By the indexes of {@link #get}. */
    QuickChoice choice() {
        return choice;
    }
}
