// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.lint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import org.bailiff.filter.match.Trial;
import org.bailiff.filter.regex.Regex;

/**
 * What a failregex behind its prefix takes for the address.
 *
 * @param prefix what the line must match first
 * @param failure the failregex
 */
record Reading(Optional<Regex> prefix, Regex failure) {
    static final String CONTENT = "content";
    private static final List<String> ADDRESSES = List.of("ip4", "ip6", "dns", "host");

    /** Examples are short. */
    private static final int LONGEST = 2000;

    private static final int MOST_STEPS = 20_000;

    /** The line in which the failregex sees this text. */
    String line(String content) {
        return prefix.map(found ->
                        Example.of(found.tree(), Map.of(CONTENT, content)).text())
                .orElse(content);
    }

    /** Who it was, as the filter would say; empty if the line is no failure. */
    Optional<String> address(String line) {
        return group(ADDRESSES, line);
    }

    /** What it takes for the group; empty if the line is no failure, or the group holds nothing. */
    Optional<String> group(String name, String line) {
        return group(List.of(name), line);
    }

    private Optional<String> group(List<String> names, String line) {
        if (line.length() > LONGEST) {
            return Optional.empty();
        }
        if (prefix.isEmpty()) {
            return group(names, failure, line + "\n");
        }
        Optional<MatchResult> match =
                Trial.of(prefix.get(), line + "\n", MOST_STEPS).match();
        Integer content = prefix.get().groups().get(CONTENT);
        return match.map(found -> content == null ? null : found.group(content))
                .or(() -> match.map(found -> line))
                .flatMap(text -> group(names, failure, text + "\n"));
    }

    private static Optional<String> group(List<String> names, Regex regex, String text) {
        Optional<MatchResult> match = Trial.of(regex, text, MOST_STEPS).match();
        return match.flatMap(found -> names.stream()
                .filter(regex::captures)
                .map(group -> found.group(regex.groups().get(group)))
                .filter(address -> address != null)
                .findFirst());
    }
}
