// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision.window;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The lines of the failures of those ids that failed last. Whoever bounds it lets it forget the lines of the id that
 * failed longest ago. Used by one thread.
 */
public final class LineStore {
    /** Of an id, and of a line: objects, headers and references; an id is short. */
    private static final int HOLDER = 200;

    private static final int LINE = 60;

    private final Map<String, List<String>> lines = new LinkedHashMap<>();
    private long bytes;

    /** How much memory the lines take, in bytes. */
    public long bytes() {
        return bytes;
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** The lines of the id's failures, in their order; an empty list if they are forgotten. */
    public List<String> find(String id) {
        return lines.getOrDefault(id, List.of());
    }

    /** Keeps the lines of the id's failures, in the place of those before; nothing if they are all empty. */
    public void put(String id, List<String> replacement) {
        remove(id);
        if (!replacement.stream().allMatch(String::isEmpty)) {
            lines.put(id, List.copyOf(replacement));
            bytes += cost(id, replacement);
        }
    }

    /** Puts the lines of an id that has some into another order; it does not become the one that failed last. */
    public void reorder(String id, List<String> replacement) {
        lines.replace(id, List.copyOf(replacement));
    }

    public void remove(String id) {
        List<String> before = lines.remove(id);
        if (before != null) {
            bytes -= cost(id, before);
        }
    }

    /** Forgets the lines of the id whose lines were put longest ago. */
    public void forgetEldest() {
        Iterator<Map.Entry<String, List<String>>> eldestFirst = lines.entrySet().iterator();
        if (eldestFirst.hasNext()) {
            Map.Entry<String, List<String>> eldest = eldestFirst.next();
            bytes -= cost(eldest.getKey(), eldest.getValue());
            eldestFirst.remove();
        }
    }

    /** Forgets all. */
    public void clear() {
        lines.clear();
        bytes = 0;
    }

    private static long cost(String id, List<String> lines) {
        long cost = HOLDER + 2L * id.length();
        for (String line : lines) {
            cost += LINE + line.length();
        }
        return cost;
    }
}
