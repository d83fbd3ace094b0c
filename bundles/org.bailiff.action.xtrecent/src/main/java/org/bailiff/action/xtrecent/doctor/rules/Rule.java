// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.doctor.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A rule.
 *
 * @param chain where it stands
 * @param number its place there, from 1
 * @param text as it is printed, without its chain
 * @param options what the text says
 */
record Rule(ChainName chain, int number, String text, List<Option> options) {
    /** What these ask for limits no rule to some packets. */
    private static final Set<String> NO_LIMITS = Set.of("recent", "comment");

    static Rule parse(ChainName chain, int number, String text) {
        return new Rule(chain, number, text, Option.of(Word.split(text)));
    }

    /** What becomes of a packet; empty if nothing does, and the next rule is asked. */
    String target() {
        return targetOption().map(Option::value).orElse("");
    }

    /** Whether the chain that it names is not returned from. */
    boolean isGoto() {
        return targetOption().filter(option -> option.is("-g")).isPresent();
    }

    private Optional<Option> targetOption() {
        return options.stream().filter(Option::isTarget).findFirst();
    }

    List<RecentMatch> recents() {
        return RecentMatch.of(options);
    }

    /** The match that asks whether somebody is in the list; empty if none does. */
    Optional<RecentMatch> question(String list) {
        return recents().stream()
                .filter(match -> match.mode().asks() && match.list().equals(list))
                .findFirst();
    }

    /** What limits it to some packets, other than lists; empty if nothing does. */
    List<Option> limits() {
        List<Option> limits = new ArrayList<>();
        boolean counts = true;
        for (Option option : options) {
            if (option.isTarget()) {
                break;
            }
            counts = option.is("-m") ? !NO_LIMITS.contains(option.value()) : counts;
            if (counts && !isEverythingFromOutside(option)) {
                limits.add(option);
            }
        }
        return limits;
    }

    private static boolean isEverythingFromOutside(Option option) {
        return option.negated() && option.is("-i") && option.value().equals("lo");
    }

    boolean isForLoopbackOnly() {
        return options.stream()
                .anyMatch(option ->
                        option.is("-i") && !option.negated() && option.value().equals("lo"));
    }

    /** Where it stands and what it says. */
    @Override
    public String toString() {
        return chain + " " + number + ": " + text;
    }
}
