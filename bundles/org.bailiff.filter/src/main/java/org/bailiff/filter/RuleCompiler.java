// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bailiff.api.filter.FilterException;
import org.bailiff.filter.date.DateFinder;
import org.bailiff.filter.definition.Definition;
import org.bailiff.filter.definition.SourceRegex;
import org.bailiff.filter.lint.Linter;
import org.bailiff.filter.match.CompiledFilter;
import org.bailiff.filter.match.Rules;
import org.bailiff.filter.regex.Regex;
import org.bailiff.filter.regex.RegexSyntaxException;
import org.bailiff.filter.regex.Rule;
import org.bailiff.filter.regex.Tags;

/** Compiles the regexes of a definition, and sees to it that every failregex can tell who it was. */
final class RuleCompiler {
    /** Groups that tell who it was, or to which session the line belongs that tells it elsewhere. */
    private static final Set<String> TELLING = Set.of("ip4", "ip6", "dns", "host", "fid", "mlfid");

    private RuleCompiler() {}

    /**
     * @param zone of dates that name none
     * @throws FilterException if a regex is wrong or useless
     */
    static CompiledFilter compile(Definition definition, ZoneId zone) throws FilterException {
        Optional<Rule> prefix = definition.prefRegex().isEmpty()
                ? Optional.empty()
                : Optional.of(compile(definition.prefRegex().get()));
        List<Rule> failures = new ArrayList<>();
        for (SourceRegex source : definition.failRegexes()) {
            failures.add(checked(source, compile(source), prefix));
        }
        List<Rule> vetoes = new ArrayList<>();
        for (SourceRegex source : definition.ignoreRegexes()) {
            vetoes.add(compile(source));
        }
        DateFinder dates = DateFinder.of(definition.datePatterns(), zone);
        Rules rules = new Rules(dates, prefix, failures, vetoes, definition.journalMatches(), definition.maxLines());
        return new CompiledFilter(definition.name(), rules, () -> Linter.warnings(definition, rules));
    }

    private static Rule compile(SourceRegex source) throws FilterException {
        try {
            Regex regex = Regex.of(Tags.writeOut(source.text()));
            return new Rule(source.key(), source.number(), source.text(), regex);
        } catch (RegexSyntaxException wrong) {
            throw source.error(wrong);
        }
    }

    private static Rule checked(SourceRegex source, Rule rule, Optional<Rule> prefix) throws FilterException {
        boolean told = TELLING.stream()
                .anyMatch(group -> rule.regex().captures(group)
                        || prefix.map(found -> found.regex().captures(group)).orElse(false));
        if (!told && !rule.regex().captures("nofail")) {
            throw source.error("it cannot tell who failed; put <ADDR> where the address stands, or <F-ID>...</F-ID>");
        }
        return rule;
    }
}
