// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.doctor.rules;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bailiff.action.xtrecent.doctor.Finding;
import org.bailiff.action.xtrecent.list.ListKind;
import org.bailiff.action.xtrecent.list.ListSettings;

/**
 * Lists that were made by a restored rule. iptables-save writes the mask of a whole IPv4 address. A list that is made by a
 * rule with that mask holds only 32 bits of an IPv6 sender against its entries, and so finds none; without one it is
 * well. Both rules print alike, but iptables takes them for different ones.
 */
final class RestoredRules {
    private static final String MASK = Family.IPV4.mask(ListKind.ADDRESSES);

    private final AllRules all;
    private final Programs programs;
    private final String mend;

    /**
     * @param mend the command that makes such lists anew
     */
    RestoredRules(AllRules all, Programs programs, String mend) {
        this.all = all;
        this.programs = programs;
        this.mend = mend;
    }

    /** That the list may be such a one. */
    Optional<Finding> finding(ListSettings list) {
        for (Ruleset ruleset : all.of(Family.IPV4)) {
            Optional<Rule> restored = ruleset.rules()
                    .filter(rule -> rule.question(list.name())
                            .filter(match -> match.mask().equals(MASK))
                            .isPresent())
                    .filter(rule -> isAsPrinted(rule, ruleset.program()))
                    .findFirst();
            if (restored.isPresent()) {
                return Optional.of(Finding.wrong(
                        Family.IPV6 + " rule for " + list.name(),
                        "the list was made by what iptables-save wrote, whose mask hides IPv6 senders from it",
                        ruleset.program() + " " + restored.get(),
                        mend));
            }
        }
        return Optional.empty();
    }

    private boolean isAsPrinted(Rule rule, String program) {
        List<String> words = new ArrayList<>(
                List.of("-w", "-t", rule.chain().table(), "-C", rule.chain().name()));
        Word.split(rule.text()).forEach(word -> words.add(word.text()));
        try {
            return programs.output(program, words).isPresent();
        } catch (IOException another) {
            // That is how it says no.
            return false;
        }
    }
}
