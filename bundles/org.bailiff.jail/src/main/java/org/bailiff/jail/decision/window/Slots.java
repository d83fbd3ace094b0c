// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision.window;

/**
 * Finds entries of a log by their keys: where each begins, in the slot that its hash says, or in one of the next. Beside it
 * stands a part of the hash, so that others need not be fetched from far away in memory. It is made for a number of entries
 * and does not grow; whoever fills it makes another one in time.
 */
final class Slots {
    private static final int SPARE = 4;

    /** How many bits tell where an entry begins: a log is shorter than 16 MB, for it is one of many. */
    private static final int PLACE = 24;

    private static final int PLACE_MASK = (1 << PLACE) - 1;

    /** Where an entry begins, plus one, and eight bits of its hash above that; zero is free. */
    private final int[] starts;

    private final SeededHash hash;
    private int used;

    /**
     * @param entries how many are to come in now; two thirds as many again find room
     */
    Slots(int entries, SeededHash hash) {
        this.starts = new int[entries + entries * 2 / 3 + SPARE];
        this.hash = hash;
    }

    /** Whether one more would make the search long; never without a free slot, at which a search ends. */
    boolean isFull() {
        return used + 1 >= starts.length - starts.length / 5;
    }

    int bytes() {
        return Integer.BYTES * starts.length;
    }

    /** Where the entry of the key begins, or -1. */
    int find(byte[] log, byte[] key, long hashed) {
        int slot = slotOf(log, key, hashed);
        return slot < 0 ? -1 : place(slot);
    }

    private int slotOf(byte[] log, byte[] key, long hashed) {
        for (int slot = home(hashed); starts[slot] != 0; slot = next(slot)) {
            if (holds(slot, log, key, hashed)) {
                return slot;
            }
        }
        return -1;
    }

    private int place(int slot) {
        return (starts[slot] & PLACE_MASK) - 1;
    }

    private boolean holds(int slot, byte[] log, byte[] key, long hashed) {
        return starts[slot] >>> PLACE == mark(hashed)
                && Entry.at(log, place(slot)).hasKey(key);
    }

    /** Bits of the hash that decide nothing else. */
    private static int mark(long hashed) {
        return (int) (hashed >>> 8) & 0xff;
    }

    private static int filled(long hashed, int start) {
        if (start >= PLACE_MASK) {
            throw new IllegalStateException("a log of " + start + " bytes is too long");
        }
        return mark(hashed) << PLACE | start + 1;
    }

    /** The upper half of the hash decides; the lower has chosen the shard. */
    private int home(long hashed) {
        return (int) ((hashed >>> 32) * starts.length >>> 32);
    }

    private int next(int slot) {
        return slot + 1 == starts.length ? 0 : slot + 1;
    }

    /** An entry with a key that is not there. */
    void add(long hashed, int start) {
        int slot = home(hashed);
        while (starts[slot] != 0) {
            slot = next(slot);
        }
        starts[slot] = filled(hashed, start);
        used++;
    }

    /** The key's entry begins there from now on; where it began before, or -1. */
    int put(byte[] log, byte[] key, long hashed, int start) {
        int slot = home(hashed);
        while (starts[slot] != 0) {
            if (holds(slot, log, key, hashed)) {
                int before = place(slot);
                starts[slot] = filled(hashed, start);
                return before;
            }
            slot = next(slot);
        }
        starts[slot] = filled(hashed, start);
        used++;
        return -1;
    }

    void remove(byte[] log, byte[] key, long hashed) {
        int free = slotOf(log, key, hashed);
        for (int slot = next(free); starts[slot] != 0; slot = next(slot)) {
            int home = home(Entry.at(log, place(slot)).hash(hash));
            // Whoever would be searched for through the slot that becomes free moves there.
            if (distance(home, slot) >= distance(free, slot)) {
                starts[free] = starts[slot];
                free = slot;
            }
        }
        starts[free] = 0;
        used--;
    }

    private int distance(int from, int to) {
        return to >= from ? to - from : to - from + starts.length;
    }
}
