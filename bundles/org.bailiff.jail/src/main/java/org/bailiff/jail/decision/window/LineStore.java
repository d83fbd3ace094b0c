// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision.window;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The lines of the failures of those ids that failed last, of all jails: when they take more than they may, the lines
 * of the id that failed longest ago give way, whatever jail counts it. So a jail that once was flooded leaves the others
 * theirs. Thread-safe.
 */
public final class LineStore {
    /** Of an id, and of a line: objects, headers and references; an id is short. */
    private static final int HOLDER = 224;

    private static final int LINE = 60;

    private final long limit;
    private final Map<Key, List<String>> lines = new LinkedHashMap<>();
    private long bytes;

    /** Jails may count the same id; that of a jail has one place in memory. */
    private record Key(Jail jail, String id) {}

    /**
     * @param limit how much memory the lines may take, in bytes
     */
    public LineStore(long limit) {
        this.limit = limit;
    }

    /** How much memory the lines take, in bytes. */
    public synchronized long bytes() {
        return bytes;
    }

    public synchronized boolean isEmpty() {
        return lines.isEmpty();
    }

    private synchronized void put(Key key, List<String> replacement) {
        remove(key);
        if (!replacement.stream().allMatch(String::isEmpty)) {
            lines.put(key, List.copyOf(replacement));
            bytes += cost(key, replacement);
        }
        while (bytes > limit && !lines.isEmpty()) {
            forgetEldest();
        }
    }

    private synchronized void remove(Key key) {
        List<String> before = lines.remove(key);
        if (before != null) {
            bytes -= cost(key, before);
        }
    }

    private void forgetEldest() {
        Iterator<Map.Entry<Key, List<String>>> eldestFirst = lines.entrySet().iterator();
        Map.Entry<Key, List<String>> eldest = eldestFirst.next();
        bytes -= cost(eldest.getKey(), eldest.getValue());
        eldestFirst.remove();
    }

    private synchronized void removeAll(Jail jail) {
        lines.entrySet().removeIf(entry -> {
            boolean its = entry.getKey().jail() == jail;
            bytes -= its ? cost(entry.getKey(), entry.getValue()) : 0;
            return its;
        });
    }

    private static long cost(Key key, List<String> lines) {
        long cost = HOLDER + 2L * key.id().length();
        for (String line : lines) {
            cost += LINE + line.length();
        }
        return cost;
    }

    /** A place for the lines of one more jail. */
    public Jail newJail() {
        return new Jail();
    }

    /** The lines of one jail. */
    public final class Jail {
        private Jail() {}

        /** The lines of the id's failures, in their order; an empty list if they are forgotten. */
        public List<String> find(String id) {
            synchronized (LineStore.this) {
                return lines.getOrDefault(new Key(this, id), List.of());
            }
        }

        /** Keeps the lines of the id's failures, in the place of those before; nothing if they are all empty. */
        public void put(String id, List<String> replacement) {
            LineStore.this.put(new Key(this, id), replacement);
        }

        /** Puts the lines of an id that has some into another order; it does not become the one that failed last. */
        public void reorder(String id, List<String> replacement) {
            synchronized (LineStore.this) {
                lines.replace(new Key(this, id), List.copyOf(replacement));
            }
        }

        public void remove(String id) {
            LineStore.this.remove(new Key(this, id));
        }

        /** Forgets all of this jail. */
        public void clear() {
            removeAll(this);
        }
    }
}
