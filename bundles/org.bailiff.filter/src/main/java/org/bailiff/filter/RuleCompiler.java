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
import org.bailiff.filter.match.CompiledFilter;
import org.bailiff.filter.match.Rules;
import org.bailiff.filter.regex.Regex;
import org.bailiff.filter.regex.RegexSyntaxException;
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
        Optional<Regex> prefix = definition.prefRegex().isEmpty()
                ? Optional.empty()
                : Optional.of(compile(definition.prefRegex().get()));
        List<Regex> failures = new ArrayList<>();
        for (SourceRegex source : definition.failRegexes()) {
            failures.add(checked(source, compile(source), prefix));
        }
        List<Regex> vetoes = new ArrayList<>();
        for (SourceRegex source : definition.ignoreRegexes()) {
            vetoes.add(compile(source));
        }
        List<String> texts =
                definition.failRegexes().stream().map(SourceRegex::text).toList();
        DateFinder dates = DateFinder.of(definition.datePatterns(), zone);
        return new CompiledFilter(definition.name(), texts, new Rules(dates, prefix, failures, vetoes));
    }

    private static Regex compile(SourceRegex source) throws FilterException {
        try {
            return Regex.of(Tags.writeOut(source.text()));
        } catch (RegexSyntaxException wrong) {
            throw source.error(wrong);
        }
    }

    private static Regex checked(SourceRegex source, Regex regex, Optional<Regex> prefix) throws FilterException {
        boolean told = TELLING.stream()
                .anyMatch(group -> regex.captures(group)
                        || prefix.map(found -> found.captures(group)).orElse(false));
        if (!told && !regex.captures("nofail")) {
            throw source.error("it cannot tell who failed; put <ADDR> where the address stands, or <F-ID>...</F-ID>");
        }
        return regex;
    }
}
