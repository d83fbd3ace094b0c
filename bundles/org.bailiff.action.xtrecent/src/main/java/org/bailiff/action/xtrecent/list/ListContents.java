// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bailiff.text.Address;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A list and what should be in it. Every method is one step of at most a few writes, made while holding this object's
 * monitor, which is the list's lock: callers synchronize on it around one step, never around a loop.
 */
final class ListContents {
    /**
     * An entry of ours that bans nobody (RFC 6666 discards its network). It is missing if and only if the list was
     * flushed or made anew, so it tells that from entries taken out by hand.
     */
    static final Address SENTINEL = Address.parse("100::ba11:1ff");

    private static final Logger LOG = LoggerFactory.getLogger(ListContents.class);

    private final ListSettings settings;
    private final InstantSource time;
    private final ListWriter writer;
    private final Ledger ledger = new Ledger();
    /** What must still be taken out, because it could not be when it was time. */
    private final Set<Address> leftovers = new LinkedHashSet<>();

    private int foreign;
    private long removals;
    private int sentinelWrites;
    private long writesAtSentinel;
    private boolean full;

    ListContents(ListSettings settings, RecentFile file, InstantSource time) {
        this.settings = settings;
        this.time = time;
        this.writer = new ListWriter(settings.name(), file);
        open();
    }

    ListSettings settings() {
        return settings;
    }

    Ledger ledger() {
        return ledger;
    }

    ListWriter writer() {
        return writer;
    }

    /** How many addresses jails can have in the list, beside the sentinel, what is foreign, and one that stays free. */
    int room() {
        return Math.max(0, settings.capacity() - 2 - foreign);
    }

    int foreign() {
        return foreign;
    }

    /** How many entries that are not ours take up room. */
    void foreign(int count) {
        foreign = count;
    }

    /** Writes the entry, for the first time or again; whether that worked is its place. */
    void put(Entry entry) {
        leftovers.remove(entry.address());
        switch (change("+", entry.address())) {
            case DONE, DONE_IN_A_NEW_LIST -> ledger.written(entry, time.instant());
            case REFUSED -> refused(entry);
            case LIST_LOST, CLOSED -> ledger.pending(entry, "");
        }
    }

    private void refused(Entry entry) {
        String obstacle = "the kernel refuses " + entry.address() + " in the list " + settings.name();
        if (!entry.obstacle().equals(obstacle)) {
            LOG.warn("{}; it is tried again", obstacle);
        }
        ledger.pending(entry, obstacle);
    }

    /** Takes an address out, of whose entry the ledger knows nothing any more, and maybe never did. */
    void erase(Address address) {
        removals++;
        ListWriter.Outcome outcome = change("-", address);
        boolean owed = outcome == ListWriter.Outcome.LIST_LOST || outcome == ListWriter.Outcome.CLOSED;
        // More than the list holds there cannot be to take out.
        if (owed && leftovers.size() < settings.capacity()) {
            leftovers.add(address);
        }
    }

    /** Counts what was taken out. */
    long removals() {
        return removals;
    }

    private ListWriter.Outcome change(String sign, Address address) {
        ListWriter.Outcome outcome = writer.write(sign + address);
        if (outcome == ListWriter.Outcome.DONE_IN_A_NEW_LIST || outcome == ListWriter.Outcome.LIST_LOST) {
            lose();
        }
        return outcome;
    }

    /** Takes out those whose bans end first until the rest has room; the answer is what was taken out. */
    List<Entry> makeRoom() {
        List<Entry> evicted = new ArrayList<>();
        while (ledger.size() > room()) {
            Entry entry = ledger.endsFirst();
            boolean listed = !entry.isPending();
            ledger.remove(entry);
            if (listed) {
                erase(entry.address());
            }
            evicted.add(entry);
        }
        if (evicted.isEmpty()) {
            full &= ledger.size() >= room();
        } else if (!full) {
            full = true;
            LOG.warn("{}; bans that end first are taken out; raise ip_list_tot and 'capacity'", fullness());
        }
        return evicted;
    }

    String fullness() {
        return "the list " + settings.name() + " is full: " + room() + " bans on a capacity of " + settings.capacity()
                + (foreign == 0 ? "" : ", " + foreign + " entries are not Bailiff's");
    }

    /** Opens the list if it is not open, and begins with the sentinel and what must still be taken out. */
    void open() {
        if (writer.isOpen()) {
            return;
        }
        writer.open();
        if (writer.isOpen()) {
            // First of all, so that whatever is older than the sentinel is older than all of ours.
            writeSentinel();
            List<Address> owed = List.copyOf(leftovers);
            leftovers.clear();
            owed.forEach(this::erase);
        }
    }

    /** The list is gone with all that was in it. */
    void lose() {
        ledger.loseAll();
        sentinelWrites = 0;
        foreign = 0;
    }

    /** Opens what stands under the list's name now; all has to be written again. */
    void reopen() {
        lose();
        writer.close();
        open();
    }

    void writeSentinel() {
        ListWriter.Outcome outcome = change("+", SENTINEL);
        boolean done = outcome == ListWriter.Outcome.DONE || outcome == ListWriter.Outcome.DONE_IN_A_NEW_LIST;
        sentinelWrites += done ? 1 : 0;
        writesAtSentinel = writer.writes();
    }

    /** Whether anything was written since the sentinel was: it must stay the newest entry, the last to be evicted. */
    boolean sentinelIsDue() {
        return writer.isOpen() && (sentinelWrites == 0 || writer.writes() != writesAtSentinel);
    }

    /** Whether the sentinel looks as if the list had been emptied since it was first written. */
    boolean looksFlushed(Listing listing) {
        Optional<Listing.Line> line = listing.line(SENTINEL);
        // One stamp after several writes: it was gone in between.
        return line.isEmpty() || line.get().stamps() == 1 && sentinelWrites > 1;
    }

    /** The flush was noticed: what the sentinel was before no longer counts. */
    void flushed() {
        sentinelWrites = 0;
    }

    /** How an entry stands, as a sentence's end. */
    String describe(Entry entry) {
        if (entry.isPending()) {
            return "not in the list " + settings.name() + ": " + obstacle(entry);
        }
        Instant now = time.instant();
        return "listed in " + settings.name() + " for " + Ages.between(entry.firstWritten(), now) + ", lease renewed "
                + Ages.between(entry.lastWritten(), now) + " ago, "
                + (entry.place() == Entry.Place.MISSING
                        ? "missing when last looked for"
                        : entry.seen() == null ? "not yet read back" : "read back");
    }

    /** Why a pending entry is not in the list; never empty. */
    String obstacle(Entry entry) {
        String why = entry.obstacle().isEmpty() ? writer.condition().reason() : entry.obstacle();
        return why.isEmpty() ? "the list was lost and is being written again" : why;
    }
}
