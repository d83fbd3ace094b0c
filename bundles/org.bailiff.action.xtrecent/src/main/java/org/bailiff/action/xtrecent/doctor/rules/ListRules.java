// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.doctor.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bailiff.action.xtrecent.doctor.Finding;
import org.bailiff.action.xtrecent.list.ListSettings;

/** The rules that one list has in one family. */
final class ListRules {
    private static final ChainName INPUT = ChainName.filter("INPUT");
    private static final ChainName FORWARD = ChainName.filter("FORWARD");
    private static final ChainName DOCKER = ChainName.filter("DOCKER-USER");
    /** Where every packet comes by, also those for containers. */
    private static final List<ChainName> FOR_ALL =
            List.of(new ChainName("raw", "PREROUTING"), new ChainName("mangle", "PREROUTING"));

    private static final List<ChainName> FOR_THE_HOST = Stream.concat(
                    FOR_ALL.stream(),
                    Stream.of(new ChainName("mangle", "INPUT"), INPUT, new ChainName("security", "INPUT")))
            .toList();
    private static final Set<String> DROPPING = Set.of("DROP", "REJECT");
    private static final Set<String> LETTING_IN = Set.of("ACCEPT", "RETURN");

    private final ListSettings list;
    private final Family family;
    private final AllRules all;
    private final String subject;
    private final String usualProgram;

    ListRules(ListSettings list, Family family, AllRules all) {
        this.list = list;
        this.family = family;
        this.all = all;
        this.subject = family + " rule for " + list.name();
        this.usualProgram = all.program(family, list.name());
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        candidates(FOR_THE_HOST).stream()
                .min(Candidate.BY_FLAWS)
                .ifPresentOrElse(best -> findings.addAll(best.findings(subject)), () -> findings.add(missing()));
        findings.addAll(misuses());
        docker().ifPresent(findings::add);
        return findings;
    }

    private List<Candidate> candidates(List<ChainName> hooks) {
        List<Candidate> candidates = new ArrayList<>();
        for (Ruleset ruleset : all.of(family)) {
            for (ChainName hook : hooks) {
                candidates.addAll(candidates(ruleset, Way.from(hook, ruleset)));
            }
        }
        return candidates;
    }

    private List<Candidate> candidates(Ruleset ruleset, List<Step> way) {
        RuleCommands commands = new RuleCommands(list, ruleset.program());
        RuleForm form = new RuleForm(list, family);
        List<Candidate> candidates = new ArrayList<>();
        for (int index = 0; index < way.size(); index++) {
            Rule rule = way.get(index).rule();
            Optional<RecentMatch> question = rule.question(list.name());
            if (question.isPresent() && drops(rule, ruleset)) {
                candidates.add(Candidate.of(way, index, question.get(), form, ruleset, commands));
            }
        }
        return candidates;
    }

    /** Whether what it matches is dropped, here or by a chain that it jumps to, e.g. to log it first. */
    private static boolean drops(Rule rule, Ruleset ruleset) {
        return DROPPING.contains(rule.target())
                || ruleset.chain(new ChainName(rule.chain().table(), rule.target())).stream()
                        .anyMatch(last -> DROPPING.contains(last.target())
                                && last.limits().isEmpty()
                                && last.recents().isEmpty());
    }

    private Finding missing() {
        String mend = new RuleCommands(list, usualProgram).insert(INPUT.name());
        Optional<Rule> aside = all.of(family).stream()
                .flatMap(Ruleset::rules)
                .filter(rule -> rule.question(list.name()).isPresent())
                .findFirst();
        if (aside.isPresent()) {
            return Finding.wrong(
                    subject,
                    "no packet for this host meets it, or it drops none",
                    aside.get().toString(),
                    mend);
        }
        if (all.isIncomplete(family)) {
            return Finding.unknown(subject, "none is seen, but not all rules could be", "", mend);
        }
        return Finding.wrong(subject, "it is missing: over " + family + " nobody is kept out", "", mend);
    }

    /** Rules that change the list, or let in who is in it. */
    private List<Finding> misuses() {
        List<Finding> misuses = new ArrayList<>();
        for (Ruleset ruleset : all.of(family)) {
            RuleCommands commands = new RuleCommands(list, ruleset.program());
            ruleset.rules().forEach(rule -> misuse(rule)
                    .ifPresent(
                            what -> misuses.add(Finding.wrong(subject, what, rule.toString(), commands.delete(rule)))));
        }
        return misuses;
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

    private Optional<Finding> docker() {
        if (!candidates(FOR_ALL).isEmpty() || !candidates(List.of(FORWARD)).isEmpty()) {
            return Optional.empty();
        }
        return all.of(family).stream()
                .filter(ruleset -> ruleset.hasChain(DOCKER))
                .findFirst()
                .map(ruleset -> Finding.warning(
                        subject,
                        "ports that Docker publishes bypass it: for those their chain needs one too",
                        ruleset.program() + " has a chain " + DOCKER,
                        new RuleCommands(list, ruleset.program()).insert(DOCKER.name())));
    }
}
