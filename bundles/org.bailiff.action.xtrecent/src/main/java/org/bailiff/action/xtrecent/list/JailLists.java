// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
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

    /** The same by the settings' own objects: to compare all that they say would hold a ban up. */
    private final Map<ListSettings, RecentList> own = new IdentityHashMap<>();

    private final Set<Network> homeless = ConcurrentHashMap.newKeySet();

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
            own.putAll(joined);
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
        return settings.listOf(target).map(own::get);
    }

    /** Does what puts many entries into the lists; until it is done, nobody looks whether they are there. */
    public void fill(Runnable work) {
        joined.values().forEach(RecentList::beginFilling);
        try {
            work.run();
        } finally {
            joined.values().forEach(RecentList::endFilling);
        }
    }

    /** A target that no list holds, and that is to be kept out or no longer. */
    public void homeless(Network target, boolean wanted) {
        if (wanted) {
            homeless.add(target);
        } else {
            homeless.remove(target);
        }
    }

    /**
     * All of them together; the state is that of the first that is not READY. Room is what lists of addresses have: no
     * address fits into another.
     */
    public ActionStatus status() {
        Map<ListKind, List<ActionStatus>> byKind = joined.entrySet().stream()
                .collect(Collectors.groupingBy(
                        list -> list.getKey().kind(),
                        TreeMap::new,
                        Collectors.mapping(list -> list.getValue().status(holder), Collectors.toList())));
        long room = byKind.entrySet().stream()
                .filter(kind -> kind.getKey().holdsAddresses())
                .flatMap(kind -> kind.getValue().stream())
                .mapToLong(list -> list.entries().max())
                .sum();
        ActionStatus sum =
                StatusSum.of(byKind.values().stream().flatMap(List::stream).toList(), room);
        return homeless.isEmpty() ? sum : withHomeless(sum);
    }

    private ActionStatus withHomeless(ActionStatus sum) {
        ActionStatus.Entries entries = sum.entries();
        String reason = homeless.size() + (homeless.size() == 1 ? " ban of a network is" : " bans of networks are")
                + " not in force, because there is no list for it; set 'networkbans', or unban";
        return new ActionStatus(
                sum.name(),
                sum.state(),
                sum.reason().isEmpty() ? reason : sum.reason(),
                new ActionStatus.Entries(
                        entries.current(),
                        entries.pending() + homeless.size(),
                        entries.max(),
                        entries.foreign(),
                        entries.proven()),
                sum.totals(),
                sum.noticedWithin());
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

    /** Makes bans of what is found in them, as far as no other jail uses them. */
    public void recollect() {
        joined.keySet().forEach(list -> lists.recollect(list, holder));
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
