// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision.window;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
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
    private final Map<Key, Lines> lines = new LinkedHashMap<>();
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

    /** Of one id, in the order of its failures; at least one of them is not empty. */
    private static final class Lines {
        private final Deque<String> texts;
        private int empty;
        private long cost;

        Lines(Key key, Collection<String> texts) {
            this.texts = new ArrayDeque<>(texts);
            this.empty = (int) texts.stream().filter(String::isEmpty).count();
            this.cost = HOLDER + 2L * key.id().length();
            texts.forEach(text -> cost += LINE + text.length());
        }

        void add(String text) {
            texts.addLast(text);
            empty += text.isEmpty() ? 1 : 0;
            cost += LINE + text.length();
        }

        void removeEldest() {
            String eldest = texts.removeFirst();
            empty -= eldest.isEmpty() ? 1 : 0;
            cost -= LINE + eldest.length();
        }

        boolean areEmpty() {
            return empty == texts.size();
        }
    }

    private synchronized void put(Key key, Collection<String> replacement) {
        remove(key);
        keep(key, new Lines(key, replacement));
    }

    private synchronized void append(Key key, String line, int failures) {
        Lines known = lines.remove(key);
        if (known == null) {
            // Those of the failures before are forgotten, or were never known.
            known = new Lines(key, Collections.nCopies(failures - 1, ""));
        } else {
            bytes -= known.cost;
        }
        known.add(line);
        while (known.texts.size() > failures) {
            known.removeEldest();
        }
        keep(key, known);
    }

    private void keep(Key key, Lines kept) {
        if (!kept.areEmpty()) {
            lines.put(key, kept);
            bytes += kept.cost;
        }
        while (bytes > limit && !lines.isEmpty()) {
            forgetEldest();
        }
    }

    private synchronized void remove(Key key) {
        Lines before = lines.remove(key);
        if (before != null) {
            bytes -= before.cost;
        }
    }

    private void forgetEldest() {
        Iterator<Lines> eldestFirst = lines.values().iterator();
        bytes -= eldestFirst.next().cost;
        eldestFirst.remove();
    }

    private synchronized void removeAll(Jail jail) {
        lines.entrySet().removeIf(entry -> {
            boolean its = entry.getKey().jail() == jail;
            bytes -= its ? entry.getValue().cost : 0;
            return its;
        });
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
                Lines known = lines.get(new Key(this, id));
                return known == null ? List.of() : List.copyOf(known.texts);
            }
        }

        /** Keeps the lines of the id's failures, in the place of those before; nothing if they are all empty. */
        public void put(String id, List<String> replacement) {
            LineStore.this.put(new Key(this, id), replacement);
        }

        /**
         * Adds the line of the id's newest failure to those before.
         *
         * @param failures how many it has now, this one among them; of more lines the first are forgotten
         */
        public void append(String id, String line, int failures) {
            LineStore.this.append(new Key(this, id), line, failures);
        }

        /** Puts the lines of an id that has some into another order; it does not become the one that failed last. */
        public void reorder(String id, List<String> replacement) {
            synchronized (LineStore.this) {
                Key key = new Key(this, id);
                lines.replace(key, new Lines(key, replacement));
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
