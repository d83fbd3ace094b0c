// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.time.Instant;
import org.bailiff.text.Address;

/**
 * An entry of ours that bans nobody (RFC 6666 discards its network). It is missing if and only if the list was flushed or
 * made anew, so it tells that from entries taken out by hand; and its stamps tell how the kernel counts time. Guarded by the
 * list's lock.
 */
final class Sentinel {
    static final Address ADDRESS = Address.parse("100::ba11:1ff");

    private int writes;
    private long changesBefore;
    private Instant before = Instant.MIN;
    private Instant after = Instant.MAX;

    /**
     * It was written.
     *
     * @param changes how many writes the list has seen with this one
     */
    void written(Instant start, Instant end, long changes) {
        writes++;
        changesBefore = changes;
        before = start;
        after = end;
    }

    /** The list is another one now, or was emptied: what it was before no longer counts. */
    void lost() {
        writes = 0;
        before = Instant.MIN;
        after = Instant.MAX;
    }

    /** Whether anything was written since it was: it must stay the newest entry, the last to be evicted. */
    boolean isDue(long changes) {
        return writes == 0 || changes != changesBefore;
    }

    /**
     * Whether it looks as if the list had been emptied since it was first written.
     *
     * @param earlier an earlier look at this list
     */
    boolean looksLost(Listing listing, Listing earlier) {
        return listing.line(ADDRESS)
                .map(line -> line.stamps() == 1 && (writes > 1 || wasAnother(line, earlier)))
                .orElse(true);
    }

    /** One stamp after several writes, or one that is not the one that was: it was gone in between. */
    private static boolean wasAnother(Listing.Line line, Listing earlier) {
        return earlier.line(ADDRESS)
                .filter(before -> before.lastSeen() != line.lastSeen())
                .isPresent();
    }

    /** Tells what its stamp is known to mean. */
    void calibrate(Jiffies jiffies, Listing listing) {
        if (writes > 0) {
            listing.line(ADDRESS).ifPresent(line -> jiffies.note(line.lastSeen(), before, after));
        }
    }
}
