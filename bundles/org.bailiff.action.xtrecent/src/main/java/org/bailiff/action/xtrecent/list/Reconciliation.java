// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.util.ArrayList;
import java.util.List;
import org.bailiff.text.Address;
import org.bailiff.text.Network;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares a complete look at a list with what should be in it. What is missing was flushed, never taken, pushed out, or
 * taken out by hand; only the last is an unban, and only where nothing else explains it. Used by the maintenance thread
 * only.
 */
final class Reconciliation {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);

    private final ListContents contents;
    private int largest;

    Reconciliation(ListContents contents) {
        this.contents = contents;
    }

    /**
     * Takes a look into account: what is missing is pending again, or its holders are told that it was delisted.
     *
     * @param upTo the last change of the list before the look; an entry changed later is not judged
     */
    void apply(Listing listing, long upTo) {
        List<Entry> written;
        boolean flushed;
        synchronized (contents) {
            written = contents.ledger().written();
            flushed = contents.looksFlushed(listing);
        }
        long stalest = stalest(listing, written);
        List<Entry> delisted = new ArrayList<>();
        int restored = 0;
        for (Entry entry : written) {
            synchronized (contents) {
                switch (verdict(entry, listing, upTo, flushed, stalest)) {
                    case LISTED -> entry.seen(listing.lines().get(entry.address()));
                    case NOT_JUDGED -> {}
                    case MISSING_ONCE -> entry.place(Entry.Place.MISSING);
                    case LOST -> {
                        contents.ledger().pending(entry, "");
                        restored++;
                    }
                    case DELISTED -> {
                        contents.ledger().remove(entry);
                        contents.erase(entry.address());
                        delisted.add(entry);
                    }
                }
            }
        }
        conclude(listing, flushed, stalest, restored);
        delisted.forEach(this::tellDelisted);
    }

    private enum Verdict {
        LISTED,
        NOT_JUDGED,
        MISSING_ONCE,
        LOST,
        DELISTED
    }

    private Verdict verdict(Entry entry, Listing listing, long upTo, boolean flushed, long stalest) {
        if (entry.isPending() || entry.isGone() || entry.lastChange() > upTo) {
            return Verdict.NOT_JUDGED;
        }
        Listing.Line line = listing.lines().get(entry.address());
        if (line != null) {
            // One stamp after several writes: it was gone before the last one, and that revived it.
            boolean revived =
                    line.stamps() == 1 && entry.writes() > 1 && entry.seen() != null && hasSeveralStamps(listing);
            return revived && !mayHaveBeenPushedOut(entry, listing, stalest) ? Verdict.DELISTED : Verdict.LISTED;
        }
        if (flushed || entry.seen() == null) {
            return Verdict.LOST;
        }
        if (entry.place() == Entry.Place.WRITTEN) {
            // A look at a changing list may miss an entry; two in a row hardly.
            return Verdict.MISSING_ONCE;
        }
        return mayHaveBeenPushedOut(entry, listing, stalest) ? Verdict.LOST : Verdict.DELISTED;
    }

    /** Whether the kernel keeps more than one stamp an entry, without which they say nothing. */
    private static boolean hasSeveralStamps(Listing listing) {
        return listing.line(ListContents.SENTINEL)
                .filter(line -> line.stamps() > 1)
                .isPresent();
    }

    /**
     * The kernel pushes out the stalest entry, and only at its bound, which may be below the configured one. So it did not
     * if a staler one is still there, or if the list has held more than now.
     */
    private boolean mayHaveBeenPushedOut(Entry entry, Listing listing, long stalest) {
        return entry.seen().lastSeen() <= stalest && listing.size() >= largest;
    }

    /** The oldest newest stamp of ours in the list. */
    private static long stalest(Listing listing, List<Entry> written) {
        long stalest =
                listing.line(ListContents.SENTINEL).map(Listing.Line::lastSeen).orElse(Long.MAX_VALUE);
        for (Entry entry : written) {
            Listing.Line line = listing.lines().get(entry.address());
            stalest = line == null ? stalest : Math.min(stalest, line.lastSeen());
        }
        return stalest;
    }

    private void conclude(Listing listing, boolean flushed, long stalest, int restored) {
        List<Entry> evicted;
        synchronized (contents) {
            if (flushed) {
                contents.flushed();
            }
            contents.foreign(foreign(listing, stalest));
            evicted = contents.makeRoom();
        }
        largest = Math.max(largest, listing.size());
        RecentList.tellEvicted(evicted);
        if (restored > 0) {
            LOG.warn(
                    "{} bans were missing from the list {}{}; they are put back",
                    restored,
                    contents.settings().name(),
                    flushed ? ", which was flushed" : "");
        }
    }

    /** Those that are not ours; without those that are staler than all of ours, which the kernel pushes out first. */
    private int foreign(Listing listing, long stalest) {
        int count = 0;
        for (Address address : listing.lines().keySet()) {
            boolean ours = address.equals(ListContents.SENTINEL)
                    || contents.ledger().find(address).isPresent();
            count += !ours && listing.lines().get(address).lastSeen() >= stalest ? 1 : 0;
        }
        return count;
    }

    private void tellDelisted(Entry entry) {
        LOG.info(
                "{} was taken out of the list {} by hand",
                entry.address(),
                contents.settings().name());
        Network target = Network.single(entry.address());
        entry.holders().forEach(holder -> holder.listener().delisted(target));
    }
}
