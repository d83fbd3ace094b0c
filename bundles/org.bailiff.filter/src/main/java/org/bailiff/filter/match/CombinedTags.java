// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.match;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tags that several groups of a regex make together. {@code <F-ALT_USER>}, {@code <F-ALT_USER1>}, ... stand for {@code
 * <F-USER>} where that captured nothing; the values of {@code <F-TUPLE_USER>}, {@code <F-TUPLE_USER1>}, ... are put behind
 * it, with commas between. Source: fail2ban's change log, 0.11.2 and 0.10.5.
 */
final class CombinedTags {
    private static final Pattern ALTERNATIVE = Pattern.compile("alt_([a-z]\\w*?)_?[0-9]*");
    private static final Pattern TUPLE = Pattern.compile("tuple_([a-z]\\w*?)_?[0-9]*");
    /** The tag has another name than its group. */
    private static final Map<String, String> GROUPS = Map.of("id", "fid", "port", "fport");

    private CombinedTags() {}

    /** Whether one of these groups is a part of such a tag. */
    static boolean areIn(Collection<String> groups) {
        return groups.stream().anyMatch(name -> target(ALTERNATIVE, name) != null || target(TUPLE, name) != null);
    }

    /** Puts them into what the groups captured, by name. */
    static void putIn(Map<String, String> captured) {
        Set<String> names = new TreeSet<>(captured.keySet());
        for (String name : names) {
            String target = target(ALTERNATIVE, name);
            if (target != null && captured.getOrDefault(target, "").isEmpty()) {
                captured.put(target, captured.get(name));
            }
        }
        tuples(names, captured).forEach((target, values) -> {
            String first = captured.get(target);
            captured.put(target, first == null ? values : first + "," + values);
        });
    }

    private static Map<String, String> tuples(Set<String> names, Map<String, String> captured) {
        Map<String, String> tuples = new TreeMap<>();
        for (String name : names) {
            String target = target(TUPLE, name);
            if (target != null) {
                tuples.merge(target, captured.get(name), (before, next) -> before + "," + next);
            }
        }
        return tuples;
    }

    private static String target(Pattern pattern, String name) {
        Matcher matcher = pattern.matcher(name);
        return matcher.matches() ? GROUPS.getOrDefault(matcher.group(1), matcher.group(1)) : null;
    }
}
