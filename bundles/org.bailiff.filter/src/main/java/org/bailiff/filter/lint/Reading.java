// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.lint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
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

    /** Examples are short, and so are the steps for them. */
    private static final int LONGEST = 2000;

    /** The line in which the failregex sees this text. */
    String line(String content) {
        return prefix.map(found ->
                        Example.of(found.tree(), Map.of(CONTENT, content)).text())
                .orElse(content);
    }

    /** Who it was, as the filter would say; empty if the line is no failure. */
    Optional<String> address(String line) {
        if (line.length() > LONGEST) {
            return Optional.empty();
        }
        if (prefix.isEmpty()) {
            return address(failure, line + "\n");
        }
        Matcher matcher = prefix.get().pattern().matcher(line + "\n");
        if (!matcher.find()) {
            return Optional.empty();
        }
        Integer content = prefix.get().groups().get(CONTENT);
        String text = content == null || matcher.group(content) == null ? line : matcher.group(content);
        return address(failure, text + "\n");
    }

    private static Optional<String> address(Regex regex, String text) {
        Matcher matcher = regex.pattern().matcher(text);
        return matcher.find()
                ? ADDRESSES.stream()
                        .filter(regex::captures)
                        .map(group -> matcher.group(regex.groups().get(group)))
                        .filter(found -> found != null)
                        .findFirst()
                : Optional.empty();
    }
}
