// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bailiff.text.Address;

/**
 * What jails want in one list, and how far that is done. Every question that is asked for each ban is answered without
 * going through all entries. Guarded by the list's lock.
 */
final class Ledger {
    private final Map<Address, Entry> entries = new HashMap<>();
    private final Tally tally = new Tally();
    private final Set<Entry> pending = new LinkedHashSet<>();
    /** The one written longest ago first, as the kernel keeps them too. */
    private final Set<Entry> written = new LinkedHashSet<>();

    /** Kept from when room is short for the first time: most lists never need it. Null before. */
    private TreeSet<Entry> byEnd;

    private long entriesSoFar;
    private long changes;
    private long fleeting;

    Optional<Entry> find(Address address) {
        return Optional.ofNullable(entries.get(address));
    }

    /** Notes that the holder wants the address in the list until then. */
    Entry hold(Address address, Holder holder, Instant end) {
        Entry entry = entries.computeIfAbsent(address, this::newEntry);
        if (!entry.isHeldBy(holder)) {
            tally.held(holder, entry, 1);
        }
        forgetEnd(entry);
        entry.hold(holder, end);
        noteEnd(entry);
        return entry;
    }

    private void forgetEnd(Entry entry) {
        if (byEnd != null && !entry.holders().isEmpty()) {
            byEnd.remove(entry);
        }
    }

    private void noteEnd(Entry entry) {
        if (byEnd != null) {
            byEnd.add(entry);
        }
    }

    private Entry newEntry(Address address) {
        Entry entry = new Entry(address, entriesSoFar++);
        pending.add(entry);
        return entry;
    }

    /** Notes that the holder wants it no more; if nobody does, it is forgotten, which is the answer. */
    boolean release(Entry entry, Holder holder) {
        if (entry.holders().equals(Set.of(holder))) {
            remove(entry);
            return true;
        }
        if (entry.isHeldBy(holder)) {
            forgetEnd(entry);
            tally.held(holder, entry, -1);
            entry.release(holder);
            noteEnd(entry);
        }
        return false;
    }

    void remove(Entry entry) {
        fleeting += entry.place() == Entry.Place.WRITTEN && entry.seen() == null ? 1 : 0;
        entries.remove(entry.address());
        forgetEnd(entry);
        pending.remove(entry);
        written.remove(entry);
        entry.holders().forEach(holder -> tally.held(holder, entry, -1));
        entry.place(Entry.Place.GONE);
    }

    void written(Entry entry, Instant now) {
        if (pending.remove(entry)) {
            tally.pending(entry, -1);
        }
        written.remove(entry);
        entry.written(now, ++changes);
        written.add(entry);
    }

    void pending(Entry entry, String obstacle) {
        written.remove(entry);
        entry.pending(obstacle);
        if (pending.add(entry)) {
            tally.pending(entry, 1);
        }
    }

    /** The list is gone with all that was in it; the answer is how much that was. */
    int loseAll() {
        List<Entry> lost = written();
        lost.forEach(entry -> pending(entry, ""));
        return lost.size();
    }

    /** Counts what was written, from 1. */
    long changes() {
        return changes;
    }

    /** Counts those that were written and removed again before any look showed them. */
    long fleeting() {
        return fleeting;
    }

    int size() {
        return entries.size();
    }

    Tally tally() {
        return tally;
    }

    /** The one whose ban ends first. */
    Entry endsFirst() {
        if (byEnd == null) {
            byEnd = new TreeSet<>(Comparator.comparing(Entry::end).thenComparingLong(Entry::number));
            byEnd.addAll(entries.values());
        }
        return byEnd.first();
    }

    /** The one written longest ago; missing ones wait for a decision and are left out. */
    Optional<Entry> stalest() {
        return written.stream()
                .filter(entry -> entry.place() == Entry.Place.WRITTEN)
                .findFirst();
    }

    /** Those to be written, in a copy. */
    List<Entry> pending() {
        return new ArrayList<>(pending);
    }

    /** Those that were written, the one written longest ago first, in a copy. */
    List<Entry> written() {
        return new ArrayList<>(written);
    }

    /** Those that were last written up to that change, the one written longest ago first, in a copy. */
    List<Entry> writtenUpTo(long change) {
        return written.stream().filter(entry -> entry.lastChange() <= change).toList();
    }

    /** Those that a holder wants, in a copy. */
    List<Entry> heldBy(Holder holder) {
        return entries.values().stream().filter(entry -> entry.isHeldBy(holder)).toList();
    }
}
