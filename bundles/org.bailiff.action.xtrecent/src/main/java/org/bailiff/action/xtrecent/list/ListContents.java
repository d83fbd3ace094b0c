// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bailiff.text.Address;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A list and what should be in it. Every method is one step of at most a few writes, made while holding this object's
 * monitor, which is the list's lock: callers synchronize on it around one step, never around a loop.
 */
final class ListContents {
    private static final Logger LOG = LoggerFactory.getLogger(ListContents.class);

    /** More than most lists hold, and little memory. */
    private static final int MOST_LEFTOVERS = 10_000;

    private final ListSettings settings;
    private final InstantSource time;
    private final ListWriter writer;
    private final Ledger ledger = new Ledger();
    private final Sentinel sentinel = new Sentinel();
    private final Capacity capacity;
    private final Happenings happenings = new Happenings();
    private final LookTimes looks = new LookTimes();
    /** What must still be taken out, because it could not be when it was time. */
    private final Set<Address> leftovers = new LinkedHashSet<>();

    /** What others have put in and looks have shown. */
    private Set<Address> strangers = Set.of();
    /** What was taken out since that look. */
    private final Set<Address> erased = new HashSet<>();

    private long removals;
    /** How many jails put what they remember into it just now. */
    private int filling;

    /**
     * @param time that nobody sets
     */
    ListContents(ListSettings settings, RecentFile file, InstantSource time) {
        this.settings = settings;
        this.time = time;
        this.writer = new ListWriter(settings.name(), file, time);
        this.capacity = new Capacity(settings);
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

    Sentinel sentinel() {
        return sentinel;
    }

    Capacity capacity() {
        return capacity;
    }

    Happenings happenings() {
        return happenings;
    }

    LookTimes looks() {
        return looks;
    }

    /** Writes the entry, for the first time or again; whether that worked is its place. */
    void put(Entry entry) {
        leftovers.remove(entry.address());
        boolean lapsed = !entry.isPending() && isOver(entry);
        switch (change("+", entry.address())) {
            case DONE, DONE_IN_A_NEW_LIST -> {
                ledger.written(entry, time.instant());
                happenings.lapsed(lapsed ? 1 : 0);
            }
            case REFUSED -> refused(entry);
            case LIST_LOST, CLOSED -> ledger.pending(entry, "");
        }
    }

    /** Notes that the holder wants the address in the list until then. */
    Entry hold(Address address, Holder holder, Instant end) {
        capacity.noLongerForeign(address);
        return ledger.hold(address, holder, end);
    }

    /** Leaves in the list, until its lease ends, what was in it and the ledger knows nothing of any more. */
    void leave(Entry entry) {
        capacity.becameForeign(entry.address());
    }

    /** Whether the lease of the entry has run out. */
    boolean isOver(Entry entry) {
        Duration age = Duration.between(entry.lastWritten(), time.instant());
        return age.compareTo(settings.lease()) >= 0;
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
        boolean done = outcome == ListWriter.Outcome.DONE || outcome == ListWriter.Outcome.DONE_IN_A_NEW_LIST;
        if (done) {
            erased.add(address);
            leftovers.remove(address);
            capacity.noLongerForeign(address);
        } else {
            leftovers.add(address);
        }
        if (leftovers.size() > MOST_LEFTOVERS) {
            // Of the one that waits longest, the lease has run out or soon will.
            leftovers.remove(leftovers.iterator().next());
        }
    }

    /** What others have put in, by the last look. */
    void strangers(Set<Address> addresses) {
        strangers = Set.copyOf(addresses);
        erased.clear();
    }

    /** Whether an entry that a look showed is ours, or was until it was taken out meanwhile. */
    boolean isOrWasOurs(Address address) {
        return isOurs(address) || erased.contains(address);
    }

    /** Whether others have put the address in, as far as is known. */
    boolean isStranger(Address address) {
        return strangers.contains(address) && !isOrWasOurs(address);
    }

    /** What must still be taken out, in a copy. */
    List<Address> leftovers() {
        return List.copyOf(leftovers);
    }

    /** Tries again to take out what could not be taken out, unless that is no longer wanted. */
    void eraseAgain(Address leftover) {
        if (leftovers.contains(leftover)) {
            erase(leftover);
        }
    }

    /** Whether the address is ours: wanted, the sentinel, or still to be taken out. */
    boolean isOurs(Address address) {
        return ledger.find(address).isPresent() || address.equals(Sentinel.ADDRESS) || leftovers.contains(address);
    }

    /** So many jails more put what they remember into it; fewer if it is negative. */
    void filling(int jails) {
        filling += jails;
    }

    boolean isBeingFilled() {
        return filling > 0;
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
        while (ledger.size() > capacity.room()) {
            Entry entry = ledger.endsFirst();
            boolean listed = !entry.isPending();
            ledger.remove(entry);
            if (listed) {
                erase(entry.address());
            }
            evicted.add(entry);
        }
        capacity.evicted(!evicted.isEmpty(), ledger.size());
        happenings.evicted(evicted.size());
        return evicted;
    }

    /** Opens the list if it is not open, and begins with the sentinel. */
    void open() {
        if (writer.isOpen()) {
            return;
        }
        writer.open();
        if (writer.isOpen()) {
            // First of all, so that whatever is older than the sentinel is older than all of ours.
            writeSentinel();
        }
    }

    /** The list is gone with all that was in it. */
    void lose() {
        happenings.removed(ledger.loseAll());
        sentinel.lost();
        capacity.startOver();
    }

    /** Opens what stands under the list's name now; all has to be written again. */
    void reopen() {
        lose();
        writer.close();
        open();
    }

    void writeSentinel() {
        Instant start = time.instant();
        ListWriter.Outcome outcome = change("+", Sentinel.ADDRESS);
        if (outcome == ListWriter.Outcome.DONE || outcome == ListWriter.Outcome.DONE_IN_A_NEW_LIST) {
            sentinel.written(start, time.instant(), writer.writes());
        }
    }

    /** Why a pending entry is not in the list; never empty. */
    String obstacle(Entry entry) {
        String why = entry.obstacle().isEmpty() ? writer.condition().reason() : entry.obstacle();
        return why.isEmpty() ? "the list was lost and is being written again" : why;
    }
}
