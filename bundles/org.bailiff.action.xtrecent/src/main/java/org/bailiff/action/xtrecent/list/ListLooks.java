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
 * Looks at a list through a held descriptor, which tells at once when the list was removed, whatever stands under its name
 * now. Used by one thread at a time, under the keeper's lock.
 */
final class ListLooks {
    private static final Logger LOG = LoggerFactory.getLogger(ListLooks.class);

    private final ListContents contents;
    private final RecentFile file;
    private final InstantSource time;
    private final ReadBudget budget;
    private RecentFile.Reader reader;

    ListLooks(ListContents contents, RecentFile file, InstantSource time, ReadBudget budget) {
        this.contents = contents;
        this.file = file;
        this.time = time;
        this.budget = budget;
    }

    /** What a look at the list's beginning, or where that is affordable at all of it, leads to. */
    record Result(Optional<Look> look, boolean listWasRemoved) {
        static final Result NOTHING = new Result(Optional.empty(), false);
    }

    /**
     * Looks, and if the list was removed opens what stands under its name now.
     *
     * @param whole whether to look at all of it, whatever it costs
     */
    Result look(boolean whole) {
        if (reader == null && !open()) {
            return Result.NOTHING;
        }
        long upTo;
        long removals;
        synchronized (contents) {
            upTo = contents.ledger().changes();
            removals = contents.removals();
        }
        try {
            Optional<Listing> listing = read(whole);
            synchronized (contents) {
                long afterwards = contents.removals();
                return new Result(listing.map(seen -> new Look(seen, upTo, afterwards, afterwards == removals)), false);
            }
        } catch (IOException gone) {
            // Whatever it says: a descriptor of a list that is there can be read.
            LOG.debug("the list {} was removed", contents.settings().name(), gone);
            close();
            synchronized (contents) {
                contents.reopen();
            }
            open();
            return new Result(Optional.empty(), true);
        }
    }

    private Optional<Listing> read(boolean whole) throws IOException {
        // The first chunk is always worth a look: it shows that the list is still this one, and not flushed.
        Listing first = Listing.read(reader, Listing.CHUNK);
        if (first.complete()) {
            return Optional.of(first);
        }
        if (!whole && !budget.allows()) {
            return Optional.empty();
        }
        Instant start = time.instant();
        Listing listing = Listing.read(reader, Long.MAX_VALUE);
        budget.spend(Duration.between(start, time.instant()));
        return Optional.of(listing);
    }

    private boolean open() {
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

    void close() {
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
