// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.match;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.bailiff.filter.regex.Tags;

/** Which groups of prefix and failregex make which captures. Immutable. */
final class CaptureLayout {
    /** Has no group of its own in the prefix, or in the failregex. */
    private static final int NONE = 0;

    private static final String CONTENT = "content";

    /** Two for each of {@link Who#GROUPS}: of the failregex, of the prefix. */
    private final int[] who;

    private final int[] user;
    /** In their order. */
    private final String[] names;
    /** Two for each name. */
    private final int[] others;

    private final boolean combined;

    private CaptureLayout(int[] who, int[] user, String[] names, int[] others) {
        this.who = who;
        this.user = user;
        // The same names as in other layouts: sessions merge what lines of several regexes captured.
        this.names = Arrays.stream(names).map(String::intern).toArray(String[]::new);
        this.others = others;
        this.combined = CombinedTags.areIn(List.of(names));
    }

    /**
     * @param prefix its groups by name
     * @param failure the failregex's, which count where both have one and both took part
     */
    static CaptureLayout of(Map<String, Integer> prefix, Map<String, Integer> failure) {
        TreeSet<String> others = new TreeSet<>(prefix.keySet());
        others.addAll(failure.keySet());
        others.removeAll(Who.GROUPS);
        others.remove(Captures.USER);
        // The content is the line itself, and never asked for behind the prefix.
        others.remove(CONTENT);
        others.removeIf(name -> name.startsWith(Tags.SKIPPED));
        return new CaptureLayout(
                pairs(Who.GROUPS, prefix, failure),
                pairs(List.of(Captures.USER), prefix, failure),
                others.toArray(String[]::new),
                pairs(List.copyOf(others), prefix, failure));
    }

    private static int[] pairs(List<String> names, Map<String, Integer> prefix, Map<String, Integer> failure) {
        int[] pairs = new int[2 * names.size()];
        for (int index = 0; index < names.size(); index++) {
            pairs[2 * index] = failure.getOrDefault(names.get(index), NONE);
            pairs[2 * index + 1] = prefix.getOrDefault(names.get(index), NONE);
        }
        return pairs;
    }

    /** What the last matches in both captured. */
    Captures captures(Region prefix, Region failure) {
        String[] told = new String[Who.GROUPS.size()];
        for (int index = 0; index < told.length; index++) {
            told[index] = value(who, index, prefix, failure);
        }
        String[] parts = new String[2 * names.length];
        int length = 0;
        for (int index = 0; index < names.length; index++) {
            String value = value(others, index, prefix, failure);
            if (value != null) {
                parts[length++] = names[index];
                parts[length++] = value;
            }
        }
        Captures captures = new Captures(Who.of(told), value(user, 0, prefix, failure), Named.of(parts, length));
        return combined ? combine(captures) : captures;
    }

    private static Captures combine(Captures captures) {
        Map<String, String> values = new HashMap<>(captures.values());
        CombinedTags.putIn(values);
        return Captures.of(values);
    }

    private static String value(int[] pairs, int index, Region prefix, Region failure) {
        int ofFailure = pairs[2 * index];
        if (ofFailure != NONE && failure.took(ofFailure)) {
            return failure.captured(ofFailure);
        }
        int ofPrefix = pairs[2 * index + 1];
        return ofPrefix != NONE && prefix.took(ofPrefix) ? prefix.captured(ofPrefix) : null;
    }
}
