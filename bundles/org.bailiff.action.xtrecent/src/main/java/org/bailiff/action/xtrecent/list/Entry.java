// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.bailiff.text.Address;

/** An address that jails want in a list. Guarded by the list's lock. */
final class Entry {
    private final Address address;
    private final long number;
    /** Replaced as a whole: nearly always there is one holder, and a map that grows would take more than the rest. */
    private Map<Holder, Instant> ends = Map.of();

    private Instant end = Instant.MAX;
    private Place place = Place.PENDING;
    private String obstacle = "";
    private Instant firstWritten;
    private Instant lastWritten;
    private Instant confirmed;
    private long lastChange;
    private int writes;
    private Listing.Line seen;
    private boolean pushedOut;
    private Drops drops = Drops.NONE;
    private PastWrites pastWrites = PastWrites.UNKNOWN;

    /** Where it is. */
    enum Place {
        /** To be written as soon as that works. */
        PENDING,
        /** Written, and since then either seen in the list or not yet looked for. */
        WRITTEN,
        /** Written, and missing from the last look; the next one decides. */
        MISSING,
        /** Wanted no more. */
        GONE
    }

    /**
     * @param number counts entries, to tell apart those that end at the same moment
     */
    Entry(Address address, long number) {
        this.address = address;
        this.number = number;
    }

    Address address() {
        return address;
    }

    long number() {
        return number;
    }

    Place place() {
        return place;
    }

    void place(Place now) {
        place = now;
    }

    /** Who wants it in the list; once it is gone, who did last. */
    Set<Holder> holders() {
        return ends.keySet();
    }

    boolean isHeldBy(Holder holder) {
        return ends.containsKey(holder);
    }

    void hold(Holder holder, Instant until) {
        if (ends.isEmpty()) {
            ends = Map.of(holder, until);
            end = until;
            return;
        }
        Map<Holder, Instant> more = new LinkedHashMap<>(ends);
        more.put(holder, until);
        become(more);
    }

    void release(Holder holder) {
        Map<Holder, Instant> fewer = new LinkedHashMap<>(ends);
        fewer.remove(holder);
        become(fewer);
    }

    private void become(Map<Holder, Instant> now) {
        ends = now;
        end = now.isEmpty() ? end : Collections.max(now.values());
    }

    boolean isGone() {
        return place == Place.GONE;
    }

    boolean isPending() {
        return place == Place.PENDING;
    }

    /** By its address, of which a list has one entry: the object's own would have to be made up for each. */
    @Override
    public int hashCode() {
        return address.hashCode();
    }

    @Override
    public boolean equals(Object object) {
        return this == object;
    }

    /** When the last of its bans ends; {@link Instant#MAX} if never. */
    Instant end() {
        return end;
    }

    /**
     * It was written.
     *
     * @param change the number of this change of the list
     */
    void written(Instant now, long change) {
        if (place == Place.PENDING) {
            firstWritten = now;
            writes = 0;
        }
        place = Place.WRITTEN;
        obstacle = "";
        lastWritten = now;
        lastChange = change;
        writes++;
        pastWrites = pastWrites.with(now);
    }

    /** It has to be written, and cannot be as long as the obstacle is there; empty if it is only the list itself. */
    void pending(String why) {
        place = Place.PENDING;
        obstacle = why;
        unseen();
    }

    /** What looks have shown of it counts no more. */
    void unseen() {
        seen = null;
        confirmed = null;
    }

    /** It was read back. */
    void seen(Listing.Line line, Instant now) {
        place = Place.WRITTEN;
        seen = line;
        confirmed = confirmed == null ? now : confirmed;
        if (line.notesPackets() && pastWrites == PastWrites.UNKNOWN) {
            pastWrites = PastWrites.NONE.with(firstWritten).with(lastWritten);
        }
    }

    /**
     * A look did not show it.
     *
     * @param maybePushedOut whether the kernel may have dropped it for want of room
     */
    void missing(boolean maybePushedOut) {
        place = Place.MISSING;
        pushedOut = maybePushedOut;
    }

    /** Whether the kernel may have dropped it for want of room when it was first missed. */
    boolean maybePushedOut() {
        return pushedOut;
    }

    /** How it looked when it was last read back; null if it was not since it was put into the list. */
    Listing.Line seen() {
        return seen;
    }

    /** Since when looks have shown it without a break; null if none has since it was put into the list. */
    Instant confirmed() {
        return confirmed;
    }

    void drops(Drops seenLast) {
        drops = seenLast;
    }

    /** What was last seen of its dropped packets. */
    Drops drops() {
        return drops;
    }

    /** When it was written; kept only where its stamps are of writes and packets. */
    PastWrites pastWrites() {
        return pastWrites;
    }

    String obstacle() {
        return obstacle;
    }

    Instant firstWritten() {
        return firstWritten;
    }

    /** Null if it never was. */
    Instant lastWritten() {
        return lastWritten;
    }

    long lastChange() {
        return lastChange;
    }

    /** How often it was written since it was put into the list. */
    int writes() {
        return writes;
    }
}
