// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision.window;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The lines of the failures of those ids that failed last, of all jails: when they take more than they may, the lines
 * of an id that failed longest ago give way, whatever jail counts it. So a jail that once was flooded leaves the others
 * theirs. Thread-safe.
 */
public final class LineStore {
    private final long limit;
    private final Map<Key, RecentLines> lines = new HashMap<>();
    private RecentLines oldest;
    private RecentLines newest;
    private long bytes;
    /** Counts the lines that came, in parts of what there is room for. */
    private long turn;

    private long sinceTurn;

    /** Jails may count the same id; that of a jail has one place in memory. */
    record Key(Jail jail, String id) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.jail == jail && key.id.equals(id);
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(jail) + id.hashCode();
        }
    }

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
        RecentLines kept = new RecentLines(key);
        replacement.forEach(text -> kept.add(text, replacement.size()));
        if (!kept.areEmpty()) {
            lines.put(key, kept);
            bytes += kept.cost();
            sinceTurn += kept.cost();
            join(kept);
        }
        forgetOldest();
    }

    private synchronized void append(Key key, String line, int failures) {
        RecentLines known = lines.get(key);
        if (known == null) {
            put(key, List.of(line));
            return;
        }
        long before = known.cost();
        known.add(line, failures);
        bytes += known.cost() - before;
        sinceTurn += line.length();
        if (known.turn != turn) {
            leave(known);
            join(known);
        }
        if (known.areEmpty()) {
            remove(key);
        }
        forgetOldest();
    }

    /** Puts it where those stand who failed last. To be exact about it, line by line, would cost more than it is worth. */
    private void join(RecentLines kept) {
        if (sinceTurn > limit / 64) {
            turn++;
            sinceTurn = 0;
        }
        kept.turn = turn;
        kept.older = newest;
        kept.newer = null;
        if (newest == null) {
            oldest = kept;
        } else {
            newest.newer = kept;
        }
        newest = kept;
    }

    private void leave(RecentLines gone) {
        if (gone.older == null) {
            oldest = gone.newer;
        } else {
            gone.older.newer = gone.newer;
        }
        if (gone.newer == null) {
            newest = gone.older;
        } else {
            gone.newer.older = gone.older;
        }
    }

    private void forgetOldest() {
        while (bytes > limit && !lines.isEmpty()) {
            remove(oldest.key());
        }
    }

    private synchronized void remove(Key key) {
        RecentLines before = lines.remove(key);
        if (before != null) {
            bytes -= before.cost();
            leave(before);
        }
    }

    private synchronized void removeAll(Jail jail) {
        List<Key> its =
                lines.keySet().stream().filter(key -> key.jail() == jail).toList();
        its.forEach(this::remove);
    }

    /** A place for the lines of one more jail. */
    public Jail newJail() {
        return new Jail();
    }

    /** The lines of one jail. */
    public final class Jail {
        private Jail() {}

        /** The lines of the id's newest failures, in their order; those of the others are forgotten, or of all. */
        public List<String> find(String id) {
            synchronized (LineStore.this) {
                RecentLines known = lines.get(new Key(this, id));
                return known == null ? List.of() : known.texts();
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

        /** Puts the lines of an id that has some into another order. */
        public void reorder(String id, List<String> replacement) {
            synchronized (LineStore.this) {
                RecentLines known = lines.get(new Key(this, id));
                if (known != null) {
                    bytes += known.replace(replacement);
                }
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
