// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.doctor.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether every packet comes by where a rule stands. */
final class RulePlace {
    private static final String OPEN_CONNECTIONS = "ESTABLISHED";

    private final List<Step> before;
    private final Step step;
    private final Sources sources;

    /**
     * @param way the packet's way
     * @param index where on it the rule stands
     * @param sources the senders that its list's rules have to ask for
     */
    RulePlace(List<Step> way, int index, Sources sources) {
        this.sources = sources;
        this.before = way.subList(0, index);
        this.step = way.get(index);
    }

    Rule rule() {
        return step.rule();
    }

    /** What lets packets past it. */
    List<Flaw> flaws() {
        List<Flaw> flaws = new ArrayList<>();
        first(Passage.FOR_ANYBODY).ifPresent(other -> flaws.add(Flaw.wrong(sentence(other), evidence(other))));
        first(Passage.FOR_SOME)
                .ifPresent(other -> flaws.add(Flaw.warning(
                        "a rule before this one lets some packets past it, whoever is banned", evidence(other))));
        return flaws;
    }

    /** That it is asked for some packets only. */
    Optional<Flaw> limit() {
        List<String> limits = step.limits().stream()
                .filter(limit -> !sources.isGroup(limit))
                .map(Option::toString)
                .toList();
        return limits.isEmpty()
                ? Optional.empty()
                : Optional.of(Flaw.warning(
                        "the rule drops only some packets of who is banned: " + String.join(" ", limits), step.rule()));
    }

    private Optional<Step> first(Passage passage) {
        return before.stream()
                .filter(other -> Passage.past(other, step) == passage)
                .findFirst();
    }

    private static String sentence(Step other) {
        boolean open = other.limits().stream().anyMatch(limit -> limit.value().contains(OPEN_CONNECTIONS));
        return "a rule before this one lets packets past it"
                + (open ? ": who is banned goes on with the connections that are open" : "");
    }

    private String evidence(Step other) {
        return other.rule() + "; the list's rule is " + step.rule().chain() + " "
                + step.rule().number();
    }
}
