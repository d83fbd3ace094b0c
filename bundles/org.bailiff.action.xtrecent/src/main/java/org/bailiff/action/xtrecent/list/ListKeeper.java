// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one list as it should be: looks at it, writes what is missing, renews leases. Its rounds run on the maintenance
 * thread; while one loops, the list's lock is held for one step at a time.
 */
final class ListKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(ListKeeper.class);
    /** A look that takes long is made rarely, so that looking costs at most 1 % of a core. */
    private static final int BUDGET = 100;

    private final ListContents contents;
    private final RecentFile file;
    private final InstantSource time;
    private final Duration interval;
    private final Reconciliation reconciliation;
    private final RenewalPace pace;
    private RecentFile.Reader reader;
    private Instant nextWholeLook = Instant.MIN;
    private boolean closed;

    /**
     * @param interval the time between two rounds
     */
    ListKeeper(ListContents contents, RecentFile file, InstantSource time, Duration interval) {
        this.contents = contents;
        this.file = file;
        this.time = time;
        this.interval = interval;
        this.reconciliation = new Reconciliation(contents);
        // Three eighths: what comes in between must not push the last beyond the half.
        this.pace = new RenewalPace(contents.settings().lease().multipliedBy(3).dividedBy(8), time.instant());
    }

    /** One round; the answer is how the list is now. */
    synchronized ListCondition round() {
        if (!closed) {
            // The look comes first: nothing that it shows as taken out may be renewed.
            Optional<Look> look = look();
            synchronized (contents) {
                contents.open();
            }
            look.ifPresent(reconciliation::apply);
            writePending();
            renew();
        }
        synchronized (contents) {
            if (!closed && contents.sentinelIsDue()) {
                contents.writeSentinel();
            }
            return contents.writer().condition();
        }
    }

    /** What is in the list, if that can be known at a price that can be paid now. */
    private Optional<Look> look() {
        long upTo;
        long removals;
        synchronized (contents) {
            upTo = contents.ledger().changes();
            removals = contents.removals();
        }
        Optional<Listing> listing = listing();
        synchronized (contents) {
            boolean calm = contents.removals() == removals;
            return listing.map(seen -> new Look(seen, upTo, calm));
        }
    }

    private Optional<Listing> listing() {
        if (reader == null && !openReader()) {
            return Optional.empty();
        }
        try {
            // The first chunk is always worth a look: it shows that the list is still this one, and not flushed.
            Listing first = Listing.read(reader, Listing.CHUNK);
            return first.complete() ? Optional.of(first) : wholeLook();
        } catch (IOException gone) {
            LOG.warn(
                    "the list {} was removed; what stands under its name now is filled anew",
                    contents.settings().name());
            closeReader();
            openReader();
            reconciliation.startOver();
            synchronized (contents) {
                contents.reopen();
            }
            return Optional.empty();
        }
    }

    private Optional<Listing> wholeLook() throws IOException {
        Instant start = time.instant();
        if (start.isBefore(nextWholeLook)) {
            return Optional.empty();
        }
        Listing listing = Listing.read(reader, Long.MAX_VALUE);
        Instant end = time.instant();
        nextWholeLook = end.plus(Duration.between(start, end).multipliedBy(BUDGET));
        return Optional.of(listing);
    }

    private boolean openReader() {
        try {
            reader = file.openForReading();
            return true;
        } catch (NoSuchFileException missing) {
            synchronized (contents) {
                contents.reopen();
            }
            return false;
        } catch (IOException failure) {
            // What is wrong is stated by the list's condition, which meets it too.
            LOG.debug("opening the list {} failed", contents.settings().name(), failure);
            return false;
        }
    }

    private void writePending() {
        Iterable<Entry> pending;
        synchronized (contents) {
            pending = contents.ledger().pending();
        }
        for (Entry entry : pending) {
            synchronized (contents) {
                if (!contents.writer().isOpen()) {
                    return;
                }
                if (entry.isPending()) {
                    contents.put(entry);
                }
            }
        }
    }

    private void renew() {
        Instant now = time.instant();
        // What would be older than half a lease in the next round but one, is renewed whatever the pace.
        Instant latest = now.minus(contents.settings().lease().dividedBy(2)).plus(interval.multipliedBy(2));
        int due;
        synchronized (contents) {
            due = pace.due(contents.ledger().size(), now);
        }
        while (renewStalest(due > 0 ? now : latest)) {
            due--;
        }
    }

    private boolean renewStalest(Instant writtenBefore) {
        synchronized (contents) {
            Optional<Entry> stalest = contents.ledger().stalest().filter(entry -> entry.lastWritten()
                    .isBefore(writtenBefore));
            stalest.ifPresent(contents::put);
            return stalest.isPresent();
        }
    }

    synchronized void close() {
        closed = true;
        closeReader();
    }

    private void closeReader() {
        if (reader == null) {
            return;
        }
        try {
            reader.close();
        } catch (IOException failure) {
            // It was only read from.
            LOG.debug("closing the list {} failed", contents.settings().name(), failure);
        }
        reader = null;
    }
}
