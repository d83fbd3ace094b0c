// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.doctor.rules;

import org.bailiff.action.xtrecent.list.ListSettings;

/** The commands that give a list the rule that it needs. The list's name and mask need no quotes. */
final class RuleCommands {
    private final ListSettings list;
    private final String program;

    /**
     * @param program what changes the rules, e.g. {@code ip6tables-nft}
     */
    RuleCommands(ListSettings list, String program) {
        this.list = list;
        this.program = program;
    }

    /** Puts the rule where it belongs: first in a chain. */
    String insert(String chain) {
        return program + " -w -I " + chain + " 1 " + recommended();
    }

    /** Puts it there in the place of one that stands too late. */
    String move(Rule rule) {
        // In this order: with the last rule that names it, the list would go, and all its bans.
        int moved = rule.chain().equals(ChainName.filter("INPUT")) ? rule.number() + 1 : rule.number();
        return insert("INPUT") + " && " + change(rule, "-D") + " " + moved;
    }

    /** Puts it in the place of another, in one step. */
    String replace(Rule rule) {
        return change(rule, "-R") + " " + rule.number() + " " + recommended();
    }

    String delete(Rule rule) {
        return change(rule, "-D") + " " + rule.number();
    }

    private String change(Rule rule, String change) {
        String table = rule.chain().table();
        return program + " -w" + (table.equals(ChainName.FILTER) ? "" : " -t " + table) + " " + change + " "
                + rule.chain().name();
    }

    private String recommended() {
        String mask = list.kind().mask();
        return "-m recent --name " + list.name() + (mask.isEmpty() ? "" : " --mask " + mask) + " --rcheck --seconds "
                + list.lease().toSeconds() + " -m recent --name " + list.hitsName() + " --set -j DROP";
    }
}
