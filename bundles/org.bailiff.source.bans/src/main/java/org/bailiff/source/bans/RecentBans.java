// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.bans;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.bailiff.api.Ban;

/** The latest bans of this run of the daemon, in the order in which they were told; bounded. Thread-safe. */
final class RecentBans {
    private final int most;
    private final NavigableMap<Long, ToldBan> kept = new TreeMap<>();
    /** From here on the numbers have no gaps. */
    private long floor;

    private long last;

    /**
     * @param most how many are kept
     * @param clock whose time the numbers begin with, so that they are higher than those of an earlier run
     */
    RecentBans(int most, InstantSource clock) {
        this.most = most;
        this.floor = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        this.last = floor;
    }

    synchronized void add(Ban ban) {
        last++;
        kept.put(last, ToldBan.of(ban, last));
        if (kept.size() > most) {
            kept.pollFirstEntry();
        }
    }

    /**
     * A number of an earlier run: all that are given from now on are higher. They are anyway, unless the clock was set
     * back in between.
     */
    synchronized void passed(long number) {
        if (number > last) {
            last = number;
            floor = number;
        }
    }

    /** The number of the latest ban. */
    synchronized long last() {
        return last;
    }

    /** The number before the first that is kept. */
    synchronized long beginning() {
        return kept.isEmpty() ? last : kept.firstKey() - 1;
    }

    /** The next bans behind this number, at most so many; empty if there is none. */
    synchronized List<ToldBan> after(long number, int atMost) {
        return kept.tailMap(number, false).values().stream().limit(atMost).toList();
    }

    /** How many bans between those of these numbers are not kept any more. */
    synchronized long lost(long number, long next) {
        return Math.max(0, next - 1 - Math.max(number, floor));
    }

    /** How many bytes the lines behind this number have. */
    synchronized long bytes(long number) {
        return kept.tailMap(number, false).values().stream()
                .mapToLong(ban -> ban.line().length)
                .sum();
    }
}
