// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.bailiff.api.action.Comparison;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A list, its keeper, and who uses it. */
final class KeptList {
    private static final Logger LOG = LoggerFactory.getLogger(KeptList.class);

    private final ListSettings settings;
    private final Audience audience;
    private final ListContents contents;
    private final RecentList list;
    private final ListKeeper keeper;
    private final InstantSource time;
    /** What was last told; the maintenance thread's own. */
    private ListCondition told = ListCondition.READY;

    /**
     * @param times the time that nobody sets, and people's
     */
    KeptList(ListSettings settings, Files files, Times times, ReadBudget budget) {
        this.settings = settings;
        this.time = times.steady();
        audience = new Audience(settings);
        contents = new ListContents(settings, files.list(), time);
        Jiffies jiffies = new Jiffies();
        HitsWatch hits = new HitsWatch(settings.hitsName(), files.hits(), time, budget);
        DropCount drops = new DropCount(contents, jiffies);
        Testimony testimony = new Testimony(contents, jiffies, hits, time, times.clock());
        list = new RecentList(contents, testimony, drops, audience);
        ListLooks looks = new ListLooks(contents, files.list(), time, budget);
        keeper = new ListKeeper(contents, audience, new ListKeeper.Parts(looks, hits, drops, jiffies), time);
    }

    /**
     * The kernel's files.
     *
     * @param hits in which the rule notes what it drops
     */
    record Files(RecentFile list, RecentFile hits) {}

    /**
     * The times.
     *
     * @param steady that nobody sets, in which leases are counted
     * @param clock people's
     */
    record Times(InstantSource steady, InstantSource clock) {}

    String name() {
        return settings.name();
    }

    /** When it was last looked at as a whole. */
    Instant looked() {
        synchronized (contents) {
            return contents.looks().last();
        }
    }

    RecentList list() {
        return list;
    }

    void join(ListSettings wanted, Holder holder) {
        if (!Objects.equals(wanted, settings)) {
            throw new IllegalArgumentException("jail " + holder.jail() + " wants the list " + name() + " with "
                    + numbers(wanted) + ", but jail "
                    + audience.holders().get(0).jail() + " uses it with " + numbers(settings)
                    + "; give both the same numbers, or each a list of its own");
        }
        audience.join(holder);
        keeper.joined(time.instant(), audience.holders().size());
    }

    /** Makes bans of what is found in the list, if the holder alone uses it: it has forgotten its own. */
    void recollect(Holder holder) {
        if (audience.holders().equals(List.of(holder))) {
            keeper.recollect();
        }
    }

    private static String numbers(ListSettings settings) {
        return "seconds=" + settings.lease().toSeconds() + ", capacity=" + settings.capacity() + ", foreign="
                + settings.foreign().word();
    }

    /** Whether nobody uses the list any more. */
    boolean leave(Holder holder, boolean release) {
        list.leave(holder, release);
        audience.leave(holder);
        if (!audience.holders().isEmpty()) {
            return false;
        }
        keeper.close();
        list.close(release);
        return true;
    }

    void round() {
        ListCondition now = keeper.round();
        if (now.equals(told)) {
            return;
        }
        told = now;
        if (now.reason().isEmpty()) {
            LOG.info("the list {} is there and may be written", name());
        } else {
            LOG.warn("{}", now.reason());
        }
        audience.stateChanged(list::status);
    }

    /** A look at once, and what it leads to unless only to tell. */
    Comparison resync(Holder holder, boolean dryRun) {
        if (!dryRun) {
            keeper.mend();
        }
        return new ListComparison(contents, holder).with(keeper.listingNow(), !dryRun);
    }

    void close() {
        keeper.close();
        list.close(false);
    }
}
