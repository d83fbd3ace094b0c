// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the list in which the firewall's rule notes what it drops. Any user may read it, so it is proof without a
 * privilege. Used by the maintenance thread only, but for {@link #isMissing}, which any may ask.
 */
final class HitsWatch {
    private static final Logger LOG = LoggerFactory.getLogger(HitsWatch.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final String name;
    private final RecentFile file;
    private final InstantSource time;
    private final ReadBudget budget;
    private RecentFile.Reader reader;
    private Instant next = Instant.MIN;
    private volatile boolean looked;
    private volatile boolean there;

    HitsWatch(String name, RecentFile file, InstantSource time, ReadBudget budget) {
        this.name = name;
        this.file = file;
        this.time = time;
        this.budget = budget;
    }

    /** Whether it is known that no rule notes what it drops. */
    boolean isMissing() {
        return looked && !there;
    }

    /** What is noted; empty if no rule notes anything, or it is not time for a look. */
    Optional<Listing> look() {
        Instant start = time.instant();
        if (start.isBefore(next) || !budget.allows()) {
            return Optional.empty();
        }
        next = start.plus(PAUSE);
        Optional<Listing> listing = read();
        there = listing.isPresent();
        looked = true;
        budget.spend(Duration.between(start, time.instant()));
        return listing;
    }

    private Optional<Listing> read() {
        try {
            if (reader == null) {
                reader = file.openForReading();
            }
            return Optional.of(Listing.read(reader, Long.MAX_VALUE));
        } catch (IOException gone) {
            // No rule names it, or it was made anew: the next look opens what is there then.
            LOG.debug("the list {} cannot be looked at", name, gone);
            close();
            return Optional.empty();
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
            LOG.debug("closing the list {} failed", name, failure);
        }
        reader = null;
    }
}
