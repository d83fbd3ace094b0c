// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bailiff.api.action.ActionStatus;
import org.bailiff.api.action.Comparison;
import org.bailiff.text.Network;

/** The lists that a jail spreads its bans over. Thread-safe. */
public final class JailLists {
    private final RecentLists lists;
    private final RecentSettings settings;
    private final Holder holder;
    /** Never changed after the constructor. */
    private final Map<ListSettings, RecentList> joined = new LinkedHashMap<>();

    /**
     * Joins all of them.
     *
     * @throws IllegalArgumentException if another jail uses one of them with other settings; then none is joined
     */
    public JailLists(RecentLists lists, RecentSettings settings, Holder holder) {
        this.lists = lists;
        this.settings = settings;
        this.holder = holder;
        try {
            settings.all().forEach(list -> joined.put(list, lists.join(list, holder)));
        } catch (IllegalArgumentException taken) {
            leave(false);
            throw taken;
        }
    }

    public Holder holder() {
        return holder;
    }

    /** The list that holds the target; empty if none does. */
    public Optional<RecentList> of(Network target) {
        return settings.listOf(target).map(joined::get);
    }

    /** All of them together; the state is that of the first that is not READY. */
    public ActionStatus status() {
        return StatusSum.of(
                joined.values().stream().map(list -> list.status(holder)).toList());
    }

    /** Compares what the jail wants with what is there, by a look at each list now; if asked to, writes what is missing. */
    public Comparison resync(boolean dryRun) {
        List<String> differences = new ArrayList<>();
        long wanted = 0;
        long found = 0;
        for (ListSettings list : joined.keySet()) {
            Comparison comparison = lists.resync(list, holder, dryRun);
            wanted += comparison.wanted();
            found += comparison.found();
            differences.addAll(comparison.differences());
        }
        return new Comparison(wanted, found, differences, !dryRun);
    }

    /**
     * Ends the jail's use of them.
     *
     * @param release whether to take its entries out; if not, they stay until their lease ends
     */
    public void leave(boolean release) {
        joined.keySet().forEach(list -> lists.leave(list, holder, release));
    }
}
