// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.time.Duration;
import java.util.List;
import java.util.function.ToLongFunction;
import org.bailiff.api.action.ActionStatus;
import org.bailiff.api.action.ActionStatus.Entries;
import org.bailiff.api.action.ActionStatus.Totals;

/** The states of several lists as one. */
final class StatusSum {
    private StatusSum() {}

    /**
     * The sums, with the state of the first list that is not READY, or the first reservation.
     *
     * @param max how many targets there is room for
     */
    static ActionStatus of(List<ActionStatus> lists, long max) {
        if (lists.size() == 1) {
            return lists.get(0);
        }
        ActionStatus speaker = lists.stream()
                .filter(list -> list.state() != ActionStatus.State.READY)
                .findFirst()
                .or(() ->
                        lists.stream().filter(list -> !list.reason().isEmpty()).findFirst())
                .orElse(lists.get(0));
        List<Entries> entries = lists.stream().map(ActionStatus::entries).toList();
        List<Totals> totals = lists.stream().map(ActionStatus::totals).toList();
        return new ActionStatus(
                speaker.name(),
                speaker.state(),
                speaker.reason(),
                new Entries(
                        sum(entries, Entries::current),
                        sum(entries, Entries::pending),
                        max,
                        sum(entries, Entries::foreign),
                        sum(entries, Entries::proven)),
                new Totals(
                        sum(totals, Totals::writes),
                        sum(totals, Totals::errors),
                        sum(totals, Totals::evicted),
                        sum(totals, Totals::lapsed),
                        sum(totals, Totals::delisted),
                        totals.stream()
                                .map(Totals::latencyP99)
                                .max(Duration::compareTo)
                                .orElse(Duration.ZERO)),
                lists.stream()
                        .map(ActionStatus::noticedWithin)
                        .max(Duration::compareTo)
                        .orElse(Duration.ZERO));
    }

    private static <T> long sum(List<T> parts, ToLongFunction<T> count) {
        return parts.stream().mapToLong(count).sum();
    }
}
