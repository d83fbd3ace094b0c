// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.config.Problem;
import org.bailiff.filter.definition.Definition;
import org.bailiff.filter.definition.SourceRegex;
import org.bailiff.filter.match.Rules;
import org.bailiff.filter.regex.Regex;
import org.bailiff.filter.regex.Rule;

/**
 * Says what is doubtful in a definition that compiles. It says little that is not so, and does not find everything. It
 * takes a tenth of a second at most, mostly for the growth of steps.
 */
public final class Linter {
    private final Definition definition;
    private final Rules rules;
    private final Growth growth = new Growth();
    private final List<Problem> problems = new ArrayList<>();

    private Linter(Definition definition, Rules rules) {
        this.definition = definition;
        this.rules = rules;
    }

    /**
     * Warnings, each with the file and line of the regex, in the order of prefix, failregexes, ignoreregexes and dates.
     *
     * @param definition what the rules were compiled from
     */
    public static List<Problem> warnings(Definition definition, Rules rules) {
        Linter linter = new Linter(definition, rules);
        linter.look();
        return List.copyOf(linter.problems);
    }

    private void look() {
        rules.prefix().ifPresent(prefix -> {
            SourceRegex source = definition.prefRegex().orElseThrow();
            add(source, growth.complaint(prefix.regex()));
            Groups.complaints(prefix.regex()).forEach(message -> add(source, message));
        });
        for (int index = 0; index < rules.failures().size(); index++) {
            examine(definition.failRegexes().get(index), rules.failures().get(index));
        }
        for (int index = 0; index < rules.vetoes().size(); index++) {
            add(
                    definition.ignoreRegexes().get(index),
                    growth.complaint(rules.vetoes().get(index).regex()));
        }
        addDuplicates(definition.failRegexes());
        addDuplicates(definition.ignoreRegexes());
        DateDoubts.complaints(definition.datePatterns()).forEach(this::add);
    }

    private void examine(SourceRegex source, Rule failure) {
        Optional<Regex> prefix = rules.prefix().map(Rule::regex);
        Reading reading = new Reading(prefix, failure.regex());
        add(source, new HostChoice(reading).complaint());
        add(source, Nameless.complaint(reading));
        add(
                source,
                growth.complaint(failure.regex())
                        .or(() -> NestedLoops.complaint(failure.regex().tree())));
        Groups.complaints(failure.regex()).forEach(message -> add(source, message));
        Sessions.complaint(prefix, failure.regex()).ifPresent(message -> add(source, message));
    }

    private void addDuplicates(List<SourceRegex> sources) {
        for (int later = 1; later < sources.size(); later++) {
            String text = sources.get(later).text();
            Optional<SourceRegex> earlier = sources.subList(0, later).stream()
                    .filter(source -> source.text().equals(text))
                    .findFirst();
            if (earlier.isPresent()) {
                add(
                        sources.get(later),
                        "it is the same as " + earlier.get().key() + " "
                                + earlier.get().number() + ", which always matches first; remove one");
            }
        }
    }

    private void add(SourceRegex source, Optional<String> message) {
        message.ifPresent(found -> add(source, found));
    }

    private void add(SourceRegex source, String message) {
        problems.add(new Problem(
                Problem.Severity.WARNING,
                source.origin().file(),
                source.origin().line(),
                "",
                source.key() + " " + source.number() + ": " + message));
    }
}
