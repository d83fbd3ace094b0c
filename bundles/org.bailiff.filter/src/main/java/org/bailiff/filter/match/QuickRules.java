// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.match;

import java.util.Map;
import java.util.Optional;
import org.bailiff.filter.date.QuickDates;
import org.bailiff.filter.quick.QuickRegex;
import org.bailiff.filter.regex.Rule;

/** A filter's rules in their quick form, for lines of ASCII bytes. Immutable. */
final class QuickRules {
    /** No group. */
    static final int NONE = 0;

    private static final String CONTENT = "content";

    private final QuickDates dates;
    private final Optional<QuickRegex> prefix;
    private final int content;
    private final QuickRuleList failures;
    private final QuickRuleList vetoes;
    private final boolean vetoFirst;

    private QuickRules(
            QuickDates dates, Optional<Rule> prefix, QuickRuleList failures, QuickRuleList vetoes, boolean vetoFirst) {
        this.dates = dates;
        this.prefix = prefix.flatMap(rule -> rule.regex().quick());
        this.content = prefix.map(rule -> rule.regex().groups().getOrDefault(CONTENT, NONE))
                .orElse(NONE);
        this.failures = failures;
        this.vetoes = vetoes;
        this.vetoFirst = vetoFirst;
    }

    /**
     * The quick form of these rules; empty if there is none: a regex has none, several lines are seen at once, or what is
     * the content is not said by one group alone.
     */
    static Optional<QuickRules> of(Rules rules) {
        Map<String, Integer> prefixGroups =
                rules.prefix().map(rule -> rule.regex().groups()).orElse(Map.of());
        boolean hasPrefix = rules.prefix().isEmpty()
                || rules.prefix().get().regex().quick().isPresent() && !CombinedTags.areIn(prefixGroups.keySet());
        Optional<QuickDates> dates = rules.dates().quick();
        Optional<QuickRuleList> failures = QuickRuleList.of(rules.failures(), prefixGroups);
        Optional<QuickRuleList> vetoes = QuickRuleList.of(rules.vetoes(), prefixGroups);
        if (rules.maxLines() > 1 || !hasPrefix || dates.isEmpty() || failures.isEmpty() || vetoes.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new QuickRules(dates.get(), rules.prefix(), failures.get(), vetoes.get(), rules.vetoFirst()));
    }

    QuickDates dates() {
        return dates;
    }

    /** What every failure's line matches first. */
    Optional<QuickRegex> prefix() {
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
