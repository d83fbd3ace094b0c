// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.bailiff.api.action.Proof;
import org.bailiff.text.Address;

/** What can be shown of an entry. Used under the list's lock. */
final class Testimony {
    private final ListContents contents;
    private final Jiffies jiffies;
    private final HitsWatch hits;
    private final InstantSource time;
    private final InstantSource clock;

    /**
     * @param time that nobody sets, in which leases are counted
     * @param clock people's time, in which the answer is given
     */
    Testimony(ListContents contents, Jiffies jiffies, HitsWatch hits, InstantSource time, InstantSource clock) {
        this.contents = contents;
        this.jiffies = jiffies;
        this.hits = hits;
        this.time = time;
        this.clock = clock;
    }

    Proof of(Holder holder, Address address) {
        Optional<Entry> entry = contents.ledger().find(address);
        if (entry.isEmpty() && contents.isStranger(address)) {
            return Proof.of(
                    ConfiguredAction.ACTION,
                    true,
                    "in the list " + name() + ", where somebody else has put it; 'bailiff unban' takes it out");
        }
        if (entry.isEmpty()) {
            return Proof.of(ConfiguredAction.ACTION, false, "not in the list " + name());
        }
        Entry known = entry.get();
        if (known.isPending()) {
            return Proof.of(
                    ConfiguredAction.ACTION, false, "not in the list " + name() + ": " + contents.obstacle(known));
        }
        Instant now = time.instant();
        boolean inForce = known.place() == Entry.Place.WRITTEN && !contents.isOver(known);
        Optional<Instant> dropped =
                Optional.of(known.drops()).filter(Drops::any).flatMap(drops -> jiffies.moment(drops.newest()));
        return new Proof(
                ConfiguredAction.ACTION,
                inForce,
                Optional.ofNullable(known.confirmed()).map(moment -> onTheClock(moment, now)),
                dropped.map(moment -> onTheClock(moment, now)),
                known.drops().lately(),
                listed(holder, known, now) + "; " + dropped(known, dropped, now));
    }

    private String listed(Holder holder, Entry entry, Instant now) {
        String whose = entry.isHeldBy(holder)
                ? ""
                : " (jail " + entry.holders().iterator().next().jail() + "'s)";
        return "listed in " + name() + whose + " for " + Ages.between(entry.firstWritten(), now)
                + ", lease renewed " + Ages.between(entry.lastWritten(), now) + " ago, "
                + (entry.place() == Entry.Place.MISSING
                        ? "missing when last looked for"
                        : entry.seen() == null ? "not yet read back" : "read back");
    }

    private String dropped(Entry entry, Optional<Instant> last, Instant now) {
        if (last.isPresent()) {
            int lately = entry.drops().lately();
            return "last packet dropped " + Ages.between(last.get(), now) + " ago"
                    + (lately == 0 ? "" : ", at least " + lately + " in the last " + Proof.LATELY.toMinutes() + " min");
        }
        boolean notedHere = entry.seen() != null && entry.seen().notesPackets();
        return hits.isMissing() && !notedHere
                ? "whether packets of it are dropped is noted nowhere: 'bailiff firewall' prints a rule that does"
                : "no packet of it has been dropped yet";
    }

    /** A moment of the time that nobody sets, as the clock would have it now. */
    private Instant onTheClock(Instant moment, Instant now) {
        return clock.instant().minus(Duration.between(moment, now));
    }

    private String name() {
        return contents.settings().name();
    }
}
