// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.doctor.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bailiff.action.xtrecent.doctor.Finding;
import org.bailiff.action.xtrecent.list.ListSettings;

/** Rules that change a list, or let in who is in it. */
final class Misuses {
    private static final Set<String> LETTING_IN = Set.of("ACCEPT", "RETURN");

    private final ListSettings list;
    private final String subject;

    Misuses(ListSettings list, String subject) {
        this.list = list;
        this.subject = subject;
    }

    /** Those among the rules. */
    List<Finding> findings(Ruleset ruleset, RuleCommands commands) {
        List<Finding> findings = new ArrayList<>();
        ruleset.rules().forEach(rule -> misuse(rule)
                .ifPresent(what -> findings.add(Finding.wrong(subject, what, rule.toString(), commands.delete(rule)))));
        return findings;
    }

    private Optional<String> misuse(Rule rule) {
        Optional<RecentMatch> change = rule.recents().stream()
                .filter(match ->
                        match.list().equals(list.name()) && !match.mode().asks())
                .findFirst();
        if (change.isPresent()) {
            return Optional.of(
                    "a rule changes the list by itself (" + change.get().mode() + ")");
        }
        boolean letsIn = LETTING_IN.contains(rule.target())
                && rule.question(list.name())
                        .filter(match -> !match.isNegated())
                        .isPresent();
        return letsIn ? Optional.of("a rule lets past who is in the list") : Optional.empty();
    }
}
