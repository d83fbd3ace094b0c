// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.bailiff.api.Ban;
import org.bailiff.jail.decision.window.LineStore;

/**
 * How much memory the failures and bans of all jails may take, so that no flood ends the daemon. An eighth is for the
 * lines of the failures, of which the newest are kept, whatever jail's they are. When three quarters are taken by the rest, no new id is counted but
 * by its network: a sixteenth is left to the ids that are there, and another to the bans that they lead to. From seven
 * sixteenths on, new bans keep nothing of what led to them. Bans by hand are never refused. Thread-safe.
 */
public final class Room {
    private static final int PARTS = 16;
    private static final int HOLDER = 600;

    private final int ids;
    private final long bytes;
    private final LineStore lines;
    private final AtomicInteger takenIds = new AtomicInteger();
    private final AtomicLong taken = new AtomicLong();
    private final AtomicInteger takenByNetworks = new AtomicInteger();
    private final AtomicInteger takenByEnded = new AtomicInteger();

    /**
     * @param ids how many all jails together count at once
     * @param bytes about how much memory all jails together may take
     */
    public Room(int ids, long bytes) {
        this.ids = ids;
        this.bytes = bytes;
        this.lines = new LineStore(2 * (bytes / PARTS));
    }

    /** Where one more jail keeps lines, until it {@linkplain LineStore#leave leaves}. */
    LineStore lines() {
        return lines.join();
    }

    /** Whether one more id can be counted. */
    boolean isLeft() {
        return takenIds.get() < ids && isLeftOf(12);
    }

    /** Whether an id that is counted can have one more failure. */
    boolean isLeftToGrow() {
        return isLeftOf(13);
    }

    /** Whether failures can lead to one more ban. */
    boolean isLeftToBan() {
        return isLeftOf(14);
    }

    /** Whether bans may keep what led to them. */
    boolean isLeftForEvidence() {
        return isLeftOf(7);
    }

    private boolean isLeftOf(int parts) {
        return taken.get() < parts * (bytes / PARTS);
    }

    /** Whether there is so much that a full table is a thing of the past. */
    boolean isHalfFree() {
        return takenIds.get() < Math.max(1, ids / 2) && isLeftOf(6);
    }

    /** Whether everything was given back. */
    boolean isEmpty() {
        return takenIds.get() == 0
                && taken.get() == 0
                && lines.isEmpty()
                && takenByNetworks.get() == 0
                && takenByEnded.get() == 0;
    }

    /** Takes what a network that is counted as a whole needs; false if there are too many of them. */
    boolean takeNetwork() {
        if (takenByNetworks.incrementAndGet() <= ids / 100 + 10) {
            return true;
        }
        takenByNetworks.decrementAndGet();
        return false;
    }

    void giveNetworks(int networks) {
        takenByNetworks.addAndGet(-networks);
    }

    /** Takes what ended bans need that are remembered; gives back if it is negative. */
    void takeEnded(int bans) {
        takenByEnded.addAndGet(bans);
    }

    /** Whether the ended bans that are remembered may stay; each takes about 200 bytes. */
    boolean isLeftForEnded() {
        return takenByEnded.get() <= ids / 20 + 10;
    }

    /** What failures take. */
    record Share(int ids, long bytes) {
        static final Share NONE = new Share(0, 0);
    }

    /** Takes a share, and gives back the one before. */
    void exchange(Share before, Share now) {
        takenIds.addAndGet(now.ids() - before.ids());
        taken.addAndGet(now.bytes() - before.bytes());
    }

    /** What a ban costs, with what holds it. */
    static long cost(Ban ban) {
        return HOLDER + ban.evidenceBytes();
    }

    void take(long cost) {
        taken.addAndGet(cost);
    }

    void give(long cost) {
        taken.addAndGet(-cost);
    }
}
