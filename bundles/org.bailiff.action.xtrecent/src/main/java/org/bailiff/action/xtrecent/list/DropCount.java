// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.bailiff.api.action.Proof;

/**
 * Makes of stamps what is known of dropped packets. Used by the maintenance thread; {@link #proven} may be asked by any.
 */
final class DropCount {
    private final ListContents contents;
    private final Jiffies jiffies;
    /** Replaced as a whole. */
    private volatile Map<Holder, Integer> proven = Map.of();

    DropCount(ListContents contents, Jiffies jiffies) {
        this.contents = contents;
        this.jiffies = jiffies;
    }

    /** How many of the holder's entries had a packet dropped lately. */
    int proven(Holder holder) {
        return proven.getOrDefault(holder, 0);
    }

    /** Takes a look at the list of hits into account: each stamp there is of a dropped packet. */
    void hits(Listing hits, Instant now) {
        hits.lines().forEach((address, line) -> {
            synchronized (contents) {
                contents.ledger().find(address).ifPresent(entry -> entry.drops(drops(line, now, moment -> true)));
            }
        });
        countProven(now);
    }

    /** Takes a look at the list itself into account, whose rule notes packets in it. Under the list's lock. */
    void updated(Entry entry, Listing.Line line, Instant now) {
        if (line.notesPackets()) {
            entry.drops(drops(line, now, moment -> !entry.pastWrites().include(moment)));
        }
    }

    private Drops drops(Listing.Line line, Instant now, Predicate<Instant> ofPacket) {
        if (!jiffies.areCalibrated()) {
            return Drops.NONE;
        }
        long[] stamps = line.times().length == 0 ? new long[] {line.lastSeen()} : line.times();
        long[] ofPackets = Arrays.stream(stamps)
                .filter(stamp -> ofPacket.test(jiffies.moment(stamp).orElseThrow()))
                .toArray();
        if (ofPackets.length == 0) {
            return Drops.NONE;
        }
        long newest = Arrays.stream(ofPackets)
                .reduce((left, right) -> Jiffies.isBefore(left, right) ? right : left)
                .getAsLong();
        int lately = (int)
                Arrays.stream(ofPackets).filter(stamp -> isLately(stamp, now)).count();
        return new Drops(newest, true, lately);
    }

    private boolean isLately(long stamp, Instant now) {
        return jiffies.moment(stamp)
                .filter(moment -> Duration.between(moment, now).compareTo(Proof.LATELY) <= 0)
                .isPresent();
    }

    /** Counts anew. */
    void countProven(Instant now) {
        Map<Holder, Integer> counts = new HashMap<>();
        Iterable<Entry> written;
        synchronized (contents) {
            written = contents.ledger().written();
        }
        for (Entry entry : written) {
            synchronized (contents) {
                if (entry.drops().any() && isLately(entry.drops().newest(), now)) {
                    entry.holders().forEach(holder -> counts.merge(holder, 1, Integer::sum));
                }
            }
        }
        proven = counts;
    }
}
