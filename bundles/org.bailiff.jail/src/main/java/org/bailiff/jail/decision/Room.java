// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bailiff.api.Evidence;

/**
 * How much memory the failures and bans of all jails may take, so that no flood ends the daemon. When a quarter is taken,
 * lines are not kept any more, only that they were; when all is taken, no new id is counted but by its network. Bans are
 * never refused. Thread-safe.
 */
public final class Room {
    private static final int EVIDENCE = 100;
    private static final int HOLDER = 300;

    private final int idsPerJail;
    private final long bytes;
    private final AtomicLong taken = new AtomicLong();

    /**
     * @param idsPerJail how many ids a jail counts at once, and how many ended bans it remembers
     * @param bytes about how much all jails together may take
     */
    public Room(int idsPerJail, long bytes) {
        this.idsPerJail = idsPerJail;
        this.bytes = bytes;
    }

    int idsPerJail() {
        return idsPerJail;
    }

    /** Whether one more id can be counted. */
    boolean isLeft() {
        return taken.get() + HOLDER + EVIDENCE <= bytes;
    }

    /** The evidence as it is kept now: with its line, or without. */
    Evidence kept(Evidence evidence) {
        return taken.get() <= bytes / 4
                ? evidence
                : new Evidence(evidence.time(), evidence.regex(), evidence.attempts(), "", evidence.address());
    }

    /** What these cost, with what holds them. */
    static long cost(List<Evidence> evidence) {
        long cost = HOLDER;
        for (Evidence piece : evidence) {
            cost += cost(piece);
        }
        return cost;
    }

    static long cost(Evidence evidence) {
        return EVIDENCE + evidence.line().length();
    }

    void take(long cost) {
        taken.addAndGet(cost);
    }

    void give(long cost) {
        taken.addAndGet(-cost);
    }
}
