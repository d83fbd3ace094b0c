// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bailiff.api.action.ActionStatus;
import org.bailiff.api.action.Comparison;
import org.bailiff.api.action.Enforcement;
import org.bailiff.api.action.Proof;
import org.bailiff.text.Address;
import org.bailiff.text.Network;

/**
 * A kernel list as jails see it. An address stays in it as long as any holder wants it to. Thread-safe: what is asked for
 * is written by the calling thread, under the list's lock; listeners are told outside of it.
 */
public final class RecentList {
    private final ListContents contents;

    RecentList(ListContents contents) {
        this.contents = contents;
    }

    /**
     * Keeps an address out.
     *
     * @param end when the ban ends, {@link Instant#MAX} if never: it decides who stays when there is no room
     */
    public Enforcement ban(Holder holder, Address address, Instant end) {
        Enforcement enforcement;
        List<Entry> evicted;
        synchronized (contents) {
            Entry entry = contents.ledger().hold(address, holder, end);
            evicted = contents.makeRoom();
            enforcement = evicted.contains(entry)
                    ? Enforcement.pending(contents.fullness() + ", and they end later than this one")
                    : enforced(entry);
        }
        tellEvicted(evicted);
        return enforcement;
    }

    private Enforcement enforced(Entry entry) {
        if (entry.place() == Entry.Place.MISSING) {
            // Asked for again: whoever took it out, it begins anew.
            contents.ledger().pending(entry, "");
        }
        if (entry.isPending()) {
            contents.put(entry);
        }
        return entry.place() == Entry.Place.WRITTEN
                ? Enforcement.IN_FORCE
                : Enforcement.pending(contents.obstacle(entry));
    }

    static void tellEvicted(List<Entry> evicted) {
        for (Entry entry : evicted) {
            Network target = Network.single(entry.address());
            entry.holders().forEach(holder -> holder.listener().evicted(target));
        }
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

    /** The list as far as the holder has to do with it. */
    public ActionStatus status(Holder holder) {
        synchronized (contents) {
            List<Entry> held = held(holder);
            long waiting = held.stream().filter(Entry::isPending).count();
            ListCondition condition = contents.writer().condition();
            return new ActionStatus(
                    ConfiguredAction.ACTION,
                    condition.state(),
                    condition.reason(),
                    new ActionStatus.Entries(held.size() - waiting, waiting, contents.room(), contents.foreign(), 0),
                    new ActionStatus.Totals(
                            contents.writer().writes(), contents.writer().errors(), 0, 0, 0, Duration.ZERO));
        }
    }

    private List<Entry> held(Holder holder) {
        return contents.ledger().all().stream()
                .filter(entry -> entry.holders().contains(holder))
                .toList();
    }

    /** What can be shown of an entry: from memory, at once. */
    public Proof prove(Holder holder, Address address) {
        return Proof.of(ConfiguredAction.ACTION, false, explain(address));
    }

    /** Compares what the holder wants with what is there. */
    Comparison resync(Holder holder, boolean dryRun) {
        return new Comparison(0, 0, List.of(), !dryRun);
    }

    /** How the address stands, in a sentence. */
    public String explain(Address address) {
        synchronized (contents) {
            return contents.ledger()
                    .find(address)
                    .map(contents::describe)
                    .orElse("not in the list " + contents.settings().name());
        }
    }

    /**
     * Forgets what the holder wants.
     *
     * @param release whether to take its entries out of the list too, those that nobody else wants
     */
    void leave(Holder holder, boolean release) {
        Set<Address> addresses;
        synchronized (contents) {
            addresses = held(holder).stream().map(Entry::address).collect(Collectors.toSet());
        }
        for (Address address : addresses) {
            synchronized (contents) {
                contents.ledger()
                        .find(address)
                        .filter(entry -> contents.ledger().release(entry, holder))
                        .filter(gone -> release)
                        .ifPresent(gone -> contents.erase(address));
            }
        }
    }

    /** Gives the descriptor back. */
    void close(boolean release) {
        synchronized (contents) {
            if (release) {
                contents.erase(ListContents.SENTINEL);
            }
            contents.writer().close();
        }
    }
}
