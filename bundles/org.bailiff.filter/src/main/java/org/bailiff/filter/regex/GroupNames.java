// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.regex;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Counts and names a regex's groups while it is read. */
final class GroupNames {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final Map<String, Integer> numbers = new HashMap<>();
    private final Set<Integer> closed = new HashSet<>();
    private int count;

    /** The number of a group that begins here. */
    int open() {
        return ++count;
    }

    void name(String name, int number, Cursor cursor) throws RegexSyntaxException {
        if (!NAME.matcher(name).matches()) {
            throw cursor.error("'" + name + "' is not a name for a group");
        }
        if (numbers.putIfAbsent(name, number) != null) {
            throw cursor.error("the group '" + name + "' is there twice; a name can be used once in a regex");
        }
    }

    void close(int number) {
        closed.add(number);
    }

    /** The group that a reference names, or counts. */
    int find(String reference, Cursor cursor) throws RegexSyntaxException {
        Integer number = reference.matches("[0-9]{1,3}") ? Integer.valueOf(reference) : numbers.get(reference);
        if (number == null || !closed.contains(number)) {
            throw cursor.error("no group '" + reference + "' ends before its reference");
        }
        return number;
    }
}
