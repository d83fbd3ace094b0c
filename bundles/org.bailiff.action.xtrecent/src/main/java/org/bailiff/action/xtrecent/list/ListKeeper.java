// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.action.Notice;
import org.bailiff.text.Address;

/**
 * Keeps one list as it should be: looks at it, writes what is missing, renews leases, sees what is dropped. Its rounds run
 * on the maintenance thread, or for an operator on the operator's; while one loops, the list's lock is held for one step at
 * a time. {@code this} guards the looks.
 */
final class ListKeeper {
    /** The time between two rounds: half of the second within which a lost list is noticed. */
    static final Duration INTERVAL = Duration.ofMillis(500);

    private final ListContents contents;
    private final Audience audience;
    private final Parts parts;
    private final InstantSource time;
    private final Reconciliation reconciliation;
    private final Strangers strangers;
    private final RenewalPace pace;
    private boolean closed;

    /** What it works with. */
    record Parts(ListLooks looks, HitsWatch hits, DropCount drops, Jiffies jiffies) {}

    ListKeeper(ListContents contents, Audience audience, Parts parts, InstantSource time) {
        this.contents = contents;
        this.audience = audience;
        this.parts = parts;
        this.time = time;
        this.reconciliation = new Reconciliation(contents, parts.drops(), audience);
        this.strangers = new Strangers(contents, parts.jiffies(), time.instant());
        // Three eighths: what comes in between must not push the last beyond the half.
        this.pace = new RenewalPace(contents.settings().lease().multipliedBy(3).dividedBy(8), time.instant());
    }

    /** Somebody joined the list, which so many use now. */
    void joined(Instant now, int holders) {
        strangers.joined(now, holders);
    }

    /** The only one who uses the list has forgotten what is its own. */
    void recollect() {
        strangers.recollect(time.instant());
    }

    /** One round; the answer is how the list is now. */
    synchronized ListCondition round() {
        if (!closed && !isBeingFilled()) {
            keep(false);
            parts.hits().look().ifPresent(hits -> parts.drops().hits(hits, time.instant()));
            tell();
        }
        synchronized (contents) {
            return contents.writer().condition();
        }
    }

    private boolean isBeingFilled() {
        synchronized (contents) {
            return contents.isBeingFilled();
        }
    }

    /** Looks twice, so that what is missing is judged, and renews every lease. */
    synchronized void mend() {
        if (!closed) {
            keep(true);
            keep(true);
            renewBefore(time.instant());
            tell();
        }
    }

    private void keep(boolean whole) {
        // The look comes first: nothing that it shows as taken out may be renewed.
        Optional<Look> look = look(whole);
        synchronized (contents) {
            contents.open();
            contents.writer().checkRight();
        }
        look.ifPresent(this::apply);
        takeOutLeftovers();
        writePending();
        renew();
        synchronized (contents) {
            boolean uncalibrated = !parts.jiffies().areCalibrated();
            if (contents.writer().isOpen()
                    && (uncalibrated
                            || contents.sentinel().isDue(contents.writer().writes()))) {
                contents.writeSentinel();
            }
        }
    }

    private Optional<Look> look(boolean whole) {
        ListLooks.Result result = parts.looks().look(whole);
        if (result.listWasRemoved()) {
            reconciliation.startOver();
        }
        return result.look();
    }

    private void apply(Look look) {
        synchronized (contents) {
            contents.sentinel().calibrate(parts.jiffies(), look.listing());
        }
        Instant now = time.instant();
        synchronized (contents) {
            contents.looks().looked(now);
        }
        reconciliation.apply(look, now);
        Strangers.Result result = strangers.apply(look, now);
        result.adopted().forEach(audience::found);
        if (result.removed() > 0) {
            audience.noticed(new Notice(
                    Notice.Kind.FOREIGN_ENTRIES,
                    result.removed() + " entries that are not Bailiff's were taken out of the list "
                            + contents.settings().name() + ", as foreign=remove says"));
        }
    }

    private void tell() {
        List<Notice> news;
        synchronized (contents) {
            news = new ArrayList<>(
                    contents.happenings().news(contents.settings().name()));
            contents.capacity().news().ifPresent(news::add);
        }
        news.forEach(audience::noticed);
    }

    private void takeOutLeftovers() {
        List<Address> leftovers;
        synchronized (contents) {
            leftovers = contents.leftovers();
        }
        for (Address leftover : leftovers) {
            synchronized (contents) {
                if (!contents.writer().isOpen()) {
                    return;
                }
                contents.eraseAgain(leftover);
            }
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
        Instant latest = now.minus(contents.settings().lease().dividedBy(2)).plus(INTERVAL.multipliedBy(2));
        int due;
        synchronized (contents) {
            due = pace.due(contents.ledger().size(), now);
        }
        while (renewStalest(due > 0 ? now : latest)) {
            due--;
        }
    }

    private void renewBefore(Instant moment) {
        boolean more = true;
        while (more) {
            more = renewStalest(moment);
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

    /** What is in the list now; empty if it cannot be read. */
    synchronized Optional<Listing> listingNow() {
        return closed ? Optional.empty() : look(true).map(Look::listing);
    }

    synchronized void close() {
        closed = true;
        parts.looks().close();
        parts.hits().close();
    }
}
