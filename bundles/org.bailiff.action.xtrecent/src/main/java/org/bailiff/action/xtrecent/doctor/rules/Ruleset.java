// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.doctor.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The rules of one family that one program sees.
 *
 * @param chains every chain with its rules in order
 * @param complete whether the program can show all of them
 */
record Ruleset(Family family, Variant variant, Map<ChainName, List<Rule>> chains, boolean complete) {
    private static final Pattern TABLE = Pattern.compile("\\*(?<table>\\S+)");
    private static final Pattern CHAIN = Pattern.compile(":(?<chain>\\S+) .*");
    private static final Pattern RULE = Pattern.compile("-A (?<chain>\\S+) (?<rule>.*)");
    private static final Pattern INCOMPATIBLE = Pattern.compile("# Table .* is incompatible.*");

    /** What the program printed. */
    static Ruleset parse(Family family, Variant variant, String text) {
        Map<ChainName, List<Rule>> chains = new LinkedHashMap<>();
        String table = ChainName.FILTER;
        for (String line : text.lines().toList()) {
            Matcher begin = TABLE.matcher(line);
            Matcher chain = CHAIN.matcher(line);
            Matcher rule = RULE.matcher(line);
            if (begin.matches()) {
                table = begin.group("table");
            } else if (chain.matches()) {
                chains.put(new ChainName(table, chain.group("chain")), new ArrayList<>());
            } else if (rule.matches()) {
                ChainName name = new ChainName(table, rule.group("chain"));
                List<Rule> rules = chains.computeIfAbsent(name, undeclared -> new ArrayList<>());
                rules.add(Rule.parse(name, rules.size() + 1, rule.group("rule")));
            }
        }
        boolean complete = text.lines().noneMatch(INCOMPATIBLE.asMatchPredicate());
        return new Ruleset(family, variant, chains, complete);
    }

    /** The rules of a chain; none if there is no such chain. */
    List<Rule> chain(ChainName name) {
        return chains.getOrDefault(name, List.of());
    }

    boolean hasChain(ChainName name) {
        return chains.containsKey(name);
    }

    Stream<Rule> rules() {
        return chains.values().stream().flatMap(List::stream);
    }

    boolean isEmpty() {
        return rules().findAny().isEmpty();
    }

    /** Whether any rule has to do with the list. */
    boolean names(String list) {
        return rules().anyMatch(rule ->
                rule.recents().stream().anyMatch(match -> match.list().equals(list)));
    }

    /** What changes it. */
    String program() {
        return variant.program(family);
    }
}
