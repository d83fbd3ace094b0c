// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.util.ArrayList;
import java.util.List;
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
    /** The most entries that any look showed: the kernel's bound is not below. */
    private int largest;

    private int foreignBefore;

    Reconciliation(ListContents contents) {
        this.contents = contents;
    }

    /** The list is another one now, of which nothing is known yet. */
    void startOver() {
        largest = 0;
        foreignBefore = 0;
    }

    private enum Verdict {
        LISTED,
        NOT_JUDGED,
        MISSING_ONCE,
        LOST,
        DELISTED
    }

    /**
     * Takes a look into account: what is missing is pending again, or its holders are told that it was delisted.
     */
    void apply(Look look) {
        Listing listing = look.listing();
        List<Entry> written;
        boolean flushed;
        synchronized (contents) {
            written = contents.ledger().written();
            flushed = contents.looksFlushed(listing);
        }
        Findings findings = Findings.of(listing, flushed, written);
        List<Entry> delisted = new ArrayList<>();
        int lost = 0;
        for (Entry entry : written) {
            Verdict verdict = judge(entry, findings, look);
            lost += verdict == Verdict.LOST ? 1 : 0;
            if (verdict == Verdict.DELISTED) {
                delisted.add(entry);
            }
        }
        conclude(findings, lost);
        delisted.forEach(this::tellDelisted);
    }

    private Verdict judge(Entry entry, Findings findings, Look look) {
        synchronized (contents) {
            Listing.Line line = look.listing().lines().get(entry.address());
            boolean late = entry.isPending() || entry.isGone() || entry.lastChange() > look.upTo();
            if (late || line == null && !look.calm() && !findings.flushed()) {
                return Verdict.NOT_JUDGED;
            }
            Verdict verdict = line == null ? missing(entry, findings) : listed(entry, line, findings);
            switch (verdict) {
                case LISTED -> entry.seen(line);
                case MISSING_ONCE -> entry.place(Entry.Place.MISSING);
                case LOST -> contents.ledger().pending(entry, "");
                case DELISTED -> {
                    contents.ledger().remove(entry);
                    contents.erase(entry.address());
                }
                case NOT_JUDGED -> throw new IllegalStateException("an entry is judged or not");
            }
            return verdict;
        }
    }

    private Verdict missing(Entry entry, Findings findings) {
        if (findings.flushed() || entry.seen() == null) {
            return Verdict.LOST;
        }
        if (entry.place() == Entry.Place.WRITTEN) {
            // Others may have taken something out during the look, and an entry slipped past it; hardly twice in a row.
            return Verdict.MISSING_ONCE;
        }
        return mayHaveBeenPushedOut(entry, findings) ? Verdict.LOST : Verdict.DELISTED;
    }

    private Verdict listed(Entry entry, Listing.Line line, Findings findings) {
        // A single stamp, new since the last look and not of the first write: it was gone in between, and a renewal
        // revived it.
        boolean revived = line.stamps() == 1
                && entry.writes() > 1
                && entry.seen() != null
                && entry.seen().lastSeen() != line.lastSeen()
                && stampsAreKept(findings.listing());
        // Had it been pushed out of a full list, its revival would have pushed out another.
        boolean another = findings.missing() || findings.foreign() < foreignBefore;
        return revived && !(another && mayHaveBeenPushedOut(entry, findings)) ? Verdict.DELISTED : Verdict.LISTED;
    }

    /** Whether the list was not flushed and the kernel keeps more than one stamp an entry: else they say nothing. */
    private static boolean stampsAreKept(Listing listing) {
        return listing.line(ListContents.SENTINEL)
                .filter(line -> line.stamps() > 1)
                .isPresent();
    }

    /**
     * The kernel pushes out the stalest entry, and only at its bound, which may be below the configured one. So it did not
     * if a staler one is still there, or if the list has held more than now.
     */
    private boolean mayHaveBeenPushedOut(Entry entry, Findings findings) {
        return entry.seen().lastSeen() <= findings.stalest()
                && findings.listing().size() >= largest;
    }

    private void conclude(Findings findings, int lost) {
        List<Entry> evicted;
        synchronized (contents) {
            if (findings.flushed()) {
                contents.flushed();
            }
            contents.foreign(findings.foreignInTheWay());
            evicted = contents.makeRoom();
        }
        largest = Math.max(findings.flushed() ? 0 : largest, findings.listing().size());
        foreignBefore = findings.foreign();
        RecentList.tellEvicted(evicted);
        if (lost > 0) {
            LOG.warn(
                    "{} bans were missing from the list {}{}; they are put back",
                    lost,
                    contents.settings().name(),
                    findings.flushed() ? ", which was flushed" : "");
        }
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
