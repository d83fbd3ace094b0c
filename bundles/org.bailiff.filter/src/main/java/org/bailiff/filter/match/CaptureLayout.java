// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.match;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.bailiff.filter.regex.Tags;

/** Which groups of prefix and failregex make which captures. Immutable. */
final class CaptureLayout {
    private static final String CONTENT = "content";

    /** As {@link Who#GROUPS}. */
    private final CapturingGroups who;

    private final CapturingGroups user;
    private final CapturingGroups others;
    private final CapturingGroups marks;
    private final boolean combined;

    private CaptureLayout(
            CapturingGroups who,
            CapturingGroups user,
            CapturingGroups others,
            CapturingGroups marks,
            boolean combined) {
        this.who = who;
        this.user = user;
        this.others = others;
        this.marks = marks;
        this.combined = combined;
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
        TreeSet<String> marks = new TreeSet<>(others);
        marks.removeIf(name -> !Named.isMark(name));
        others.removeAll(marks);
        return new CaptureLayout(
                new CapturingGroups(Who.GROUPS, prefix, failure),
                new CapturingGroups(List.of(Captures.USER), prefix, failure),
                new CapturingGroups(others, prefix, failure),
                new CapturingGroups(marks, prefix, failure),
                CombinedTags.areIn(others));
    }

    /**
     * What the last matches in both captured.
     *
     * @param before what an earlier line captured: what is the same again is not made again
     */
    Captures captures(Region prefix, Region failure, Captures before) {
        Captures captures = before.or(
                who.who(prefix, failure, before.who()),
                user.value(0, prefix, failure, before.writtenUser()),
                others.named(prefix, failure, before.named()),
                marks.named(prefix, failure, before.marks()));
        return combined ? combine(captures) : captures;
    }

    private static Captures combine(Captures captures) {
        Map<String, String> values = new HashMap<>(captures.values());
        CombinedTags.putIn(values);
        return Captures.of(values);
    }
}
