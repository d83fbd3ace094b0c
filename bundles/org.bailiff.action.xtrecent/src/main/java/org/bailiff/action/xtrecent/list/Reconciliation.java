// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bailiff.api.action.Notice;

/**
 * Compares a complete look at a list with what should be in it. What is missing was flushed, never taken, pushed out, or
 * taken out by hand; only the last is an unban, and only where nothing else explains it. Used by one thread at a time, under
 * the keeper's lock.
 */
final class Reconciliation {
    private final ListContents contents;
    private final DropCount drops;
    private final Audience audience;
    /** The most entries that any look showed: the kernel's bound is not below. */
    private int largest;

    /** The last look that nothing slipped past. */
    private Listing before = Listing.EMPTY;

    private long fleetingBefore;
    /** How many entries came and went since the look before, without having been in any. */
    private long fleeting;

    Reconciliation(ListContents contents, DropCount drops, Audience audience) {
        this.contents = contents;
        this.drops = drops;
        this.audience = audience;
    }

    /** The list is another one now, of which nothing is known yet. */
    void startOver() {
        largest = 0;
        before = Listing.EMPTY;
    }

    private enum Verdict {
        LISTED,
        NOT_JUDGED,
        MISSING_ONCE,
        /** The kernel did not take it, or a flush took it away. */
        LOST,
        /** The kernel dropped it for want of room. */
        PUSHED_OUT,
        DELISTED
    }

    /**
     * Takes a look into account: what is missing is pending again, or its holders are told that it was delisted.
     */
    void apply(Look look, Instant now) {
        Listing listing = look.listing();
        List<Entry> written;
        Findings findings;
        synchronized (contents) {
            written = contents.ledger().writtenUpTo(look.upTo());
            fleeting = contents.ledger().fleeting() - fleetingBefore;
            findings = Findings.of(
                    listing,
                    contents.sentinel().looksLost(listing, before),
                    before,
                    written.stream().map(Entry::address).collect(Collectors.toSet()),
                    contents::isOrWasOurs);
        }
        List<Entry> delisted = new ArrayList<>();
        int lost = 0;
        int pushedOut = 0;
        for (Entry entry : written) {
            Verdict verdict = judge(entry, findings, look, now);
            lost += verdict == Verdict.LOST ? 1 : 0;
            pushedOut += verdict == Verdict.PUSHED_OUT ? 1 : 0;
            if (verdict == Verdict.DELISTED) {
                delisted.add(entry);
            }
        }
        delisted.forEach(audience::delisted);
        conclude(findings, pushedOut > 0);
        if (look.calm()) {
            before = listing;
            fleetingBefore += fleeting;
        }
        tell(findings, lost, pushedOut);
    }

    private Verdict judge(Entry entry, Findings findings, Look look, Instant now) {
        synchronized (contents) {
            Listing.Line line = look.listing().lines().get(entry.address());
            boolean late = entry.isPending() || entry.isGone() || entry.lastChange() > look.upTo();
            if (late || line == null && !look.calm() && !findings.flushed()) {
                return Verdict.NOT_JUDGED;
            }
            Verdict verdict = line == null ? missing(entry, findings) : listed(entry, line, findings);
            switch (verdict) {
                case LISTED -> {
                    // Without the sentinel beside it, another flush could not be told from a delisting.
                    if (findings.flushed()) {
                        entry.unseen();
                    } else {
                        entry.seen(line, now);
                    }
                    drops.updated(entry, line, now);
                }
                case MISSING_ONCE -> entry.missing(mayHaveBeenPushedOut(entry, findings));
                case LOST, PUSHED_OUT -> contents.ledger().pending(entry, "");
                case DELISTED -> {
                    contents.ledger().remove(entry);
                    contents.erase(entry.address());
                    contents.happenings().delisted();
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
        return entry.maybePushedOut() ? Verdict.PUSHED_OUT : Verdict.DELISTED;
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
        return revived && !(findings.vanished() > 0 && mayHaveBeenPushedOut(entry, findings))
                ? Verdict.DELISTED
                : Verdict.LISTED;
    }

    /** Whether the list was not flushed and the kernel keeps more than one stamp an entry: else they say nothing. */
    private static boolean stampsAreKept(Listing listing) {
        return listing.line(Sentinel.ADDRESS).filter(line -> line.stamps() > 1).isPresent();
    }

    /**
     * The kernel pushes out the stalest entry, and only at its bound, which may be below the configured one. So it did not
     * if a staler one is still there, or if the list has held more than now with all others that were in it meanwhile.
     */
    private boolean mayHaveBeenPushedOut(Entry entry, Findings findings) {
        long most = findings.listing().size() + findings.vanished() - 1 + fleeting;
        return !Jiffies.isBefore(findings.stalest(), entry.seen().lastSeen()) && most >= largest;
    }

    private void conclude(Findings findings, boolean pushedOut) {
        List<Entry> evicted;
        synchronized (contents) {
            if (findings.flushed()) {
                contents.sentinel().lost();
            }
            contents.capacity().foreign(findings.foreign());
            // A list that has held more is not full, whatever became of the entry.
            int size = findings.listing().size();
            contents.capacity().looked(size, pushedOut && size >= largest);
            evicted = contents.makeRoom();
        }
        largest = Math.max(findings.flushed() ? 0 : largest, findings.listing().size());
        audience.evicted(evicted);
    }

    private void tell(Findings findings, int lost, int pushedOut) {
        String list = contents.settings().name();
        if (findings.flushed() && lost > 0) {
            audience.noticed(new Notice(
                    Notice.Kind.LIST_FLUSHED,
                    "the list " + list + " was flushed, or filled by others; " + Happenings.count(lost) + " put back"));
        } else if (lost + pushedOut > 0) {
            audience.noticed(new Notice(
                    Notice.Kind.BANS_MISSING,
                    Happenings.count(lost + pushedOut) + " missing from the list " + list + ", "
                            + (pushedOut > 0 ? "pushed out by newer ones" : "never taken by the kernel")
                            + "; put back"));
        }
    }
}
