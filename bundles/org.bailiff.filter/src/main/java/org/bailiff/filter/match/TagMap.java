// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.match;

import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What was captured besides who it was, by the names of the tags. Most are never looked into. Immutable. */
final class TagMap extends AbstractMap<String, String> {
    private final Captures captures;
    /** Null until somebody asks. Made twice by two who ask at once, it is the same. */
    private Map<String, String> told;

    TagMap(Captures captures) {
        this.captures = captures;
    }

    private Map<String, String> told() {
        Map<String, String> known = told;
        if (known == null) {
            known = Map.copyOf(made());
            told = known;
        }
        return known;
    }

    private Map<String, String> made() {
        Map<String, String> made = new HashMap<>();
        captures.named().putInto(made);
        captures.marks().putInto(made);
        if (captures.writtenUser() != null) {
            made.put(Captures.USER, captures.writtenUser());
        }
        // The content is the line itself.
        made.remove("content");
        String port = made.remove("fport");
        if (port != null) {
            made.putIfAbsent("port", port);
        }
        return made;
    }

    @Override
    public String get(Object tag) {
        return told().get(tag);
    }

    @Override
    public boolean containsKey(Object tag) {
        return told().containsKey(tag);
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        return told().entrySet();
    }
}
