// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.doctor.rules;

import java.util.stream.Collectors;
import org.bailiff.action.xtrecent.doctor.ShellWord;
import org.bailiff.action.xtrecent.list.ListKind;
import org.bailiff.action.xtrecent.list.ListSettings;

/**
 * The commands that give a list the rule that it needs. They name no rule by its number, which may be another's when
 * they are run. The list's name and mask need no quotes.
 */
final class RuleCommands {
    private final ListSettings list;
    private final String program;
    private final String setUp;

    /**
     * @param program what changes the rules, e.g. {@code ip6tables-nft}
     * @param setUp the command that makes all rules anew: of several lists each has many
     */
    RuleCommands(ListSettings list, String program, String setUp) {
        this.list = list;
        this.program = program;
        this.setUp = setUp;
    }

    /** Puts the rule where it belongs: first in a chain. One that says the same further down does no harm. */
    String insert(String chain) {
        return list.slice().isPart() ? setUp : insertForAllSenders(chain);
    }

    /** The same for a chain that is not always set up; of several lists each is asked for more than it needs to be. */
    String insertForAllSenders(String chain) {
        return program + " -w -I " + chain + " 1 " + recommended();
    }

    /** Puts it there instead of one that says something else. */
    String insteadOf(Rule rule) {
        // In this order: with the last rule that names it, the list would go, and all its bans.
        return insert("INPUT") + (isSetUpAnew(rule) ? "" : " && " + delete(rule));
    }

    /** Whether the rule goes when all are made anew. */
    private boolean isSetUpAnew(Rule rule) {
        return list.slice().isPart()
                && rule.question(list.name())
                        .filter(match -> match.mode() == RecentMatch.Mode.CHECK)
                        .isPresent();
    }

    /** Deletes the rule. */
    String delete(Rule rule) {
        String printed = delete(rule, rule.text());
        // iptables prints the mask of a whole IPv4 address whether it was given or not, but takes the two for different
        // rules: one of the commands finds it. It was given if the rules were restored.
        String without = delete(rule, rule.text().replace(" --mask " + Family.IPV4.mask(ListKind.ADDRESSES), ""));
        return without.equals(printed) ? printed : "{ " + without + " 2> /dev/null || " + printed + "; }";
    }

    private String delete(Rule rule, String text) {
        String table = rule.chain().table();
        return program + " -w" + (table.equals(ChainName.FILTER) ? "" : " -t " + table) + " -D "
                + ShellWord.of(rule.chain().name()) + " "
                + Word.split(text).stream()
                        .map(word -> ShellWord.of(word.text()))
                        .collect(Collectors.joining(" "));
    }

    private String recommended() {
        String mask = list.kind().mask();
        String masked = mask.isEmpty() ? "" : " --mask " + mask;
        return "-m recent --name " + list.name() + masked + " --rcheck --seconds "
                + list.lease().toSeconds() + " -m recent --name " + list.hitsName() + masked + " --set -j DROP";
    }
}
