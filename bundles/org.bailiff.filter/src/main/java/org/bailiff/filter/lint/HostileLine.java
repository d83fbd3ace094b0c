// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bailiff.filter.match.Rules;
import org.bailiff.filter.regex.Rule;

/**
 * A line that is to lead one regex of a filter astray.
 *
 * @param rule the regex
 * @param pump what feeds one of its loops
 * @param prefix what the line must match first, so that the regex is run at all
 */
public record HostileLine(Rule rule, Pump pump, Optional<Rule> prefix) {

    /** For each loop of each regex of the filter, those of dates too. */
    public static List<HostileLine> of(Rules rules) {
        List<HostileLine> lines = new ArrayList<>();
        Set<String> done = new HashSet<>();
        for (Rule failure : rules.failures()) {
            add(failure, rules.prefix(), done, lines);
        }
        rules.prefix().ifPresent(prefix -> add(prefix, Optional.empty(), done, lines));
        for (Rule veto : rules.vetoes()) {
            add(veto, Optional.empty(), done, lines);
        }
        for (Rule date : rules.dates().rules()) {
            add(date, Optional.empty(), done, lines);
        }
        return lines;
    }

    private static void add(Rule rule, Optional<Rule> prefix, Set<String> done, List<HostileLine> lines) {
        if (done.add(rule.regex().toString())) {
            Pumps.of(rule.regex().tree()).forEach(pump -> lines.add(new HostileLine(rule, pump, prefix)));
        }
    }

    /** The line, at most this long but for what the prefix needs. */
    public String text(int length) {
        String fed = pump.line(length);
        return prefix.map(found ->
                        Example.of(found.regex().tree(), Map.of("content", fed)).text())
                .orElse(fed);
    }
}
