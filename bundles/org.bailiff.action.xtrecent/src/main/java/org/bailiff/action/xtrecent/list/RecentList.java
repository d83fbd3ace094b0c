// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.action.ActionStatus;
import org.bailiff.api.action.Enforcement;
import org.bailiff.api.action.Proof;
import org.bailiff.text.Address;

/**
 * A kernel list as jails see it. An address stays in it as long as any holder wants it to. Thread-safe: what is asked for
 * is written by the calling thread, under the list's lock; listeners are told outside of it.
 */
public final class RecentList {
    private final ListContents contents;
    private final Testimony testimony;
    private final DropCount drops;
    private final Audience audience;

    RecentList(ListContents contents, Testimony testimony, DropCount drops, Audience audience) {
        this.contents = contents;
        this.testimony = testimony;
        this.drops = drops;
        this.audience = audience;
    }

    /**
     * Keeps an address out.
     *
     * @param end when the ban ends, {@link Instant#MAX} if never: it decides who stays when there is no room
     */
    public Enforcement ban(Holder holder, Address address, Instant end) {
        Enforcement enforcement;
        List<Entry> evicted;
        if (address.equals(Sentinel.ADDRESS)) {
            return Enforcement.pending(address + " is Bailiff's own mark in the list, and no host can have it");
        }
        synchronized (contents) {
            Entry entry = contents.hold(address, holder, end);
            evicted = contents.makeRoom();
            enforcement = evicted.contains(entry)
                    ? Enforcement.pending(contents.capacity().fullness() + ", and they end later than this one")
                    : enforced(entry);
        }
        audience.evicted(evicted);
        return enforcement;
    }

    /** Many entries come now: to look at the list meanwhile would hold them up, and show what is over soon. */
    void beginFilling() {
        synchronized (contents) {
            contents.filling(1);
        }
    }

    void endFilling() {
        synchronized (contents) {
            contents.filling(-1);
        }
    }

    private Enforcement enforced(Entry entry) {
        if (entry.place() == Entry.Place.MISSING) {
            // Asked for again: whoever took it out, it begins anew.
            contents.ledger().pending(entry, "");
        }
        // A lease that ran out is renewed at once: the answer says what is so, not what the next round makes so.
        if (entry.isPending() || contents.isOver(entry)) {
            contents.put(entry);
        }
        if (entry.place() != Entry.Place.WRITTEN) {
            return Enforcement.pending(contents.obstacle(entry));
        }
        boolean crowded = contents.capacity().isNearlyFull(contents.ledger().size());
        return crowded ? Enforcement.IN_A_CROWD : Enforcement.IN_FORCE;
    }

    /** Lets an address in, unless another holder keeps it out. */
    public void unban(Holder holder, Address address) {
        synchronized (contents) {
            Optional<Entry> entry = contents.ledger().find(address);
            if (entry.isEmpty() || contents.ledger().release(entry.get(), holder)) {
                // Also if it is unknown: it may be left from before a restart.
                contents.erase(address);
            }
        }
    }

    /** The list as far as the holder has to do with it; what is not the holder's own is the list's. */
    public ActionStatus status(Holder holder) {
        synchronized (contents) {
            ListCondition condition = contents.writer().condition();
            Tally tally = contents.ledger().tally();
            long waiting = tally.pending(holder);
            Happenings happenings = contents.happenings();
            return new ActionStatus(
                    ConfiguredAction.ACTION,
                    condition.state(),
                    condition.isReady() && condition.reason().isEmpty()
                            ? contents.capacity().shortage()
                            : condition.reason(),
                    new ActionStatus.Entries(
                            tally.held(holder) - waiting,
                            waiting,
                            contents.capacity().room(),
                            contents.capacity().foreign(),
                            drops.proven(holder)),
                    new ActionStatus.Totals(
                            contents.writer().writes(),
                            contents.writer().errors(),
                            happenings.evictedSoFar(),
                            happenings.lapsedSoFar(),
                            happenings.delistedSoFar(),
                            contents.writer().latencyP99()),
                    contents.looks().noticedWithin());
        }
    }

    /** What can be shown of an address: from memory, at once. */
    public Proof prove(Holder holder, Address address) {
        synchronized (contents) {
            return testimony.of(holder, address);
        }
    }

    /**
     * Forgets what the holder wants.
     *
     * @param release whether to take its entries out of the list too, those that nobody else wants
     */
    void leave(Holder holder, boolean release) {
        List<Entry> held;
        synchronized (contents) {
            held = contents.ledger().heldBy(holder);
        }
        for (Entry entry : held) {
            synchronized (contents) {
                boolean listed = !entry.isPending();
                if (entry.isGone() || !contents.ledger().release(entry, holder)) {
                    continue;
                }
                if (release) {
                    contents.erase(entry.address());
                } else if (listed) {
                    contents.leave(entry);
                }
            }
        }
    }

    /** Gives the descriptor back. */
    void close(boolean release) {
        synchronized (contents) {
            if (release) {
                contents.erase(Sentinel.ADDRESS);
            }
            contents.writer().close();
        }
    }
}
