// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.doctor.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bailiff.action.xtrecent.doctor.Finding;

/** Whether a rule stands where every packet comes past. */
final class RulePlace {
    private static final String OPEN_CONNECTIONS = "ESTABLISHED";

    private final String subject;
    private final RuleCommands commands;

    RulePlace(String subject, RuleCommands commands) {
        this.subject = subject;
        this.commands = commands;
    }

    /**
     * All that is not as it should be.
     *
     * @param way the packet's way
     * @param index where on it the rule stands
     */
    List<Finding> flaws(List<Step> way, int index) {
        List<Finding> flaws = new ArrayList<>();
        Step step = way.get(index);
        List<Step> before = way.subList(0, index);
        first(before, step, Passage.FOR_ANYBODY).ifPresent(other -> flaws.add(past(step, other)));
        first(before, step, Passage.FOR_SOME).ifPresent(other -> flaws.add(pastForSome(step, other)));
        List<Option> limits = step.limits();
        if (!limits.isEmpty()) {
            flaws.add(Finding.warning(
                    subject,
                    "the rule drops only some packets of who is banned: " + Passage.shown(limits),
                    step.rule().toString(),
                    commands.move(step.rule())));
        }
        return flaws;
    }

    private static Optional<Step> first(List<Step> before, Step step, Passage passage) {
        return before.stream()
                .filter(other -> Passage.past(other, step) == passage)
                .findFirst();
    }

    private Finding past(Step step, Step other) {
        boolean open = Passage.shown(other.limits()).contains(OPEN_CONNECTIONS);
        return Finding.wrong(
                subject,
                "a rule before this one lets packets past it"
                        + (open ? ": who is banned goes on with the connections that are open" : ""),
                evidence(step, other),
                commands.move(step.rule()));
    }

    private Finding pastForSome(Step step, Step other) {
        return Finding.warning(
                subject,
                "a rule before this one lets some packets past it, whoever is banned",
                evidence(step, other),
                commands.move(step.rule()));
    }

    private static String evidence(Step step, Step other) {
        return other.rule() + "; the list's rule is " + step.rule().chain() + " "
                + step.rule().number();
    }
}
