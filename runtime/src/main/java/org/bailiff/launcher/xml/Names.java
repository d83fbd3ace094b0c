// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.xml;

import java.util.HashMap;
import java.util.Map;

/** The namespaces that prefixes stand for, at one place of a document. */
record Names(Map<String, String> spaces) {
    static final Names NONE = new Names(Map.of());

    /** These, and one more; the empty prefix is for elements without one. */
    Names with(String prefix, String space) throws NotPlain {
        // No prefix can be taken back, and those of XML itself are not for anybody.
        if (space.isEmpty() || prefix.startsWith("xml") || space.contains("www.w3.org/")) {
            throw new NotPlain();
        }
        Map<String, String> more = new HashMap<>(spaces);
        more.put(prefix, space);
        return new Names(more);
    }

    /** The namespace of a prefix. */
    String space(String prefix) throws NotPlain {
        String space = spaces.get(prefix);
        if (space == null && !prefix.isEmpty()) {
            throw new NotPlain();
        }
        return space == null ? "" : space;
    }
}
