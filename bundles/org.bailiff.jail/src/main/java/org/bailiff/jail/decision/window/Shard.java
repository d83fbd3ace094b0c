// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision.window;

import java.util.Optional;

/**
 * Values by key as a log: what is put stands at its end, what it replaces is dead, and when the log is full the living
 * move into another one. So it takes no more than about twice what lives in it, in two arrays, and stays in the order in
 * which keys were put last.
 */
final class Shard {
    private static final int SMALLEST = 64;
    /** An array's and this object's own. */
    private static final int OVERHEAD = 96;

    private final SeededHash hash;
    private byte[] log = new byte[SMALLEST];
    private Slots slots;
    /** Before this nobody lives. */
    private int head;

    private int end;
    private int count;
    private int living;

    Shard(SeededHash hash) {
        this.hash = hash;
        this.slots = new Slots(0, hash);
    }

    int count() {
        return count;
    }

    long bytes() {
        return (long) log.length + slots.bytes() + OVERHEAD;
    }

    Optional<Entry> find(byte[] key, long hashed) {
        int start = slots.find(log, key, hashed);
        return start < 0 ? Optional.empty() : Optional.of(Entry.at(log, start));
    }

    /** In the place of what the key had. */
    void put(byte[] key, long hashed, ByteWriter value) {
        int length = Entry.length(key, value);
        if (end + length > log.length || slots.isFull()) {
            compact(length);
        }
        int before = slots.put(log, key, hashed, end);
        if (before >= 0) {
            bury(Entry.at(log, before));
        }
        Entry.write(log, end, key, value);
        end += length;
        living += length;
        count++;
    }

    private void bury(Entry entry) {
        entry.kill();
        living -= entry.length();
        count--;
    }

    /** Whether there was anything to remove. */
    boolean remove(byte[] key, long hashed) {
        Optional<Entry> entry = find(key, hashed);
        entry.ifPresent(found -> {
            slots.remove(log, key, hashed);
            bury(found);
            giveBack();
        });
        return entry.isPresent();
    }

    private void giveBack() {
        if (log.length > SMALLEST && living < log.length / 4) {
            compact(0);
        }
    }

    /** The one that was put longest ago. */
    Optional<Entry> eldest() {
        Optional<Entry> eldest = from(head);
        head = eldest.map(Entry::start).orElse(end);
        return eldest;
    }

    /** The one that was put next, until anything changes. */
    Optional<Entry> after(Entry entry) {
        return from(entry.end());
    }

    private Optional<Entry> from(int start) {
        int position = start;
        while (position < end) {
            Entry entry = Entry.at(log, position);
            if (!entry.isDead()) {
                return Optional.of(entry);
            }
            position = entry.end();
        }
        return Optional.empty();
    }

    /** Moves the living into arrays that have half as much room again, and this much more. */
    private void compact(int more) {
        int room = living + more;
        byte[] fresh = new byte[Math.max(SMALLEST, room + room / 2)];
        Slots freshSlots = new Slots(count, hash);
        int position = 0;
        for (Optional<Entry> next = eldest(); next.isPresent(); next = after(next.get())) {
            Entry entry = next.get();
            System.arraycopy(log, entry.start(), fresh, position, entry.length());
            freshSlots.add(entry.hash(hash), position);
            position += entry.length();
        }
        log = fresh;
        slots = freshSlots;
        head = 0;
        end = position;
    }
}
