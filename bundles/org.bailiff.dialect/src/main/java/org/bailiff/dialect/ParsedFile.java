// SPDX-License-Identifier: Apache-2.0
package org.bailiff.dialect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file's sections, each with its entries by key, uninterpolated, in the order written.
 *
 * @param path the file's path
 * @param sections by name
 */
record ParsedFile(String path, Map<String, Map<String, Entry>> sections) {

    /** The file names that a key of {@code [INCLUDES]} lists, one a line. */
    List<String> includes(String key) {
        return entry(Document.INCLUDES, key)
                .value()
                .lines()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** Where the key of {@code [INCLUDES]} stands. */
    Origin includesOrigin(String key) {
        return entry(Document.INCLUDES, key).origin();
    }

    private Entry entry(String section, String key) {
        Entry none = new Entry(key, "", new Origin(path, 1));
        return sections.getOrDefault(section, new LinkedHashMap<>()).getOrDefault(key, none);
    }
}
