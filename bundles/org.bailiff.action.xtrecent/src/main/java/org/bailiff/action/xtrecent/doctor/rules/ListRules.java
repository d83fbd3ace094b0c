// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.doctor.rules;

import java.util.ArrayList;
import java.util.Collections;
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

    private final ListSettings list;
    private final Family family;
    private final AllRules all;
    private final String subject;
    private final String usualProgram;
    private final Sources sources;
    private final String setUp;

    /**
     * @param setUp the command that makes all rules anew
     */
    ListRules(ListSettings list, Family family, AllRules all, String setUp) {
        this.list = list;
        this.family = family;
        this.all = all;
        this.subject = family + " rule for " + list.name();
        this.usualProgram = all.program(family, list.name());
        this.sources = Sources.of(list, family);
        this.setUp = setUp;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(judge(candidates(FOR_THE_HOST)));
        Misuses misuses = new Misuses(list, subject);
        all.of(family).forEach(ruleset -> findings.addAll(misuses.findings(ruleset, commands(ruleset.program()))));
        docker().ifPresent(findings::add);
        return findings;
    }

    /** Of all rules for a group of senders the best one counts, and of all groups the one that fares worst. */
    private List<Finding> judge(List<Candidate> candidates) {
        List<Candidate> best = new ArrayList<>();
        List<String> without = new ArrayList<>();
        for (String group : sources.groups()) {
            candidates.stream()
                    .filter(candidate -> sources.isAskedFor(group, candidate.rule()))
                    .min(Candidate.BY_FLAWS)
                    .ifPresentOrElse(best::add, () -> without.add(group));
        }
        if (best.isEmpty()) {
            return List.of(missing());
        }
        if (!without.isEmpty()) {
            return List.of(Finding.wrong(
                    subject,
                    "it is missing for some senders",
                    String.join(" ", without),
                    commands(usualProgram).insert(INPUT.name())));
        }
        return Collections.max(best, Candidate.BY_FLAWS).findings(subject);
    }

    private RuleCommands commands(String program) {
        return new RuleCommands(list, program, setUp);
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
        RuleForm form = new RuleForm(list, family);
        List<Candidate> candidates = new ArrayList<>();
        for (int index = 0; index < way.size(); index++) {
            Rule rule = way.get(index).rule();
            Optional<RecentMatch> question = rule.question(list.name());
            if (question.isPresent() && drops(rule, ruleset)) {
                candidates.add(candidate(
                        new RulePlace(way, index, sources), form.flaws(rule, question.get()), ruleset.program()));
            }
        }
        return candidates;
    }

    private Candidate candidate(RulePlace place, List<Flaw> ofItsForm, String program) {
        List<Flaw> flaws = new ArrayList<>(ofItsForm);
        place.limit().ifPresent(flaws::add);
        // What is as it should be but for its place may stay where it is.
        String mend = flaws.isEmpty()
                ? commands(program).insert(INPUT.name())
                : commands(program).insteadOf(place.rule());
        flaws.addAll(place.flaws());
        return new Candidate(program, place.rule(), flaws, mend);
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
        String mend = commands(usualProgram).insert(INPUT.name());
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
                        commands(ruleset.program()).insertForAllSenders(DOCKER.name())));
    }
}
