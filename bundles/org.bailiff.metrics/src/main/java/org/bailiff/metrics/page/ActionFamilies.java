// SPDX-License-Identifier: Apache-2.0
package org.bailiff.metrics.page;

import java.util.List;
import org.bailiff.api.action.ActionStatus;
import org.bailiff.api.jail.JailStatus;

/** What each action of each jail keeps out and has done. */
final class ActionFamilies {
    private static final List<Measure<ActionStatus>> MEASURES = List.of(
            Measure.gauge(
                    "bailiff_action_healthy",
                    "1: bans are carried out, without reservation; else 0.",
                    status -> status.state() == ActionStatus.State.READY
                                    && status.reason().isEmpty()
                            ? 1
                            : 0),
            Measure.gauge("bailiff_action_entries", "What it keeps out now.", status -> status.entries()
                    .current()),
            Measure.gauge(
                    "bailiff_action_entries_pending",
                    "What it should keep out and does not yet.",
                    status -> status.entries().pending()),
            Measure.gauge(
                    "bailiff_action_entries_max",
                    "How much it can keep out; absent: there is no bound.",
                    status -> Measure.unlessNegative(status.entries().max())),
            Measure.gauge(
                    "bailiff_action_entries_foreign",
                    "Entries in its place that are not its own.",
                    status -> status.entries().foreign()),
            Measure.gauge(
                    "bailiff_action_entries_proven",
                    "Entries of which a packet was dropped within the last ten minutes.",
                    status -> status.entries().proven()),
            Measure.counter("bailiff_action_writes", "Changes made to the system.", status -> status.totals()
                    .writes()),
            Measure.counter("bailiff_action_errors", "Changes that failed.", status -> status.totals()
                    .errors()),
            Measure.counter("bailiff_action_evicted", "Let in because there was no room.", status -> status.totals()
                    .evicted()),
            Measure.counter(
                    "bailiff_action_lapsed",
                    "Let in for a while because a lease was not renewed in time.",
                    status -> status.totals().lapsed()),
            Measure.counter("bailiff_action_delisted_by_hand", "Let in by somebody by hand.", status -> status.totals()
                    .delisted()));
    private static final Family LATENCY =
            Family.summary("bailiff_action_latency_seconds", "How long one of the last changes took.");
    private static final Family STATE = Family.states("bailiff_action_state", "What the action is doing.");
    private static final Family OMITTED =
            Family.gauge("bailiff_actions_omitted", "Actions that this page has no room for.");

    private ActionFamilies() {}

    static void write(Page page, List<Row<JailStatus>> jails) {
        Rows<ActionStatus> actions = new Rows<>(Rows.MOST);
        for (Row<JailStatus> jail : jails) {
            for (ActionStatus action : jail.status().actions()) {
                actions.add(jail.labels().and("action", action.name()), action);
            }
        }
        page.measures(MEASURES, actions.list());
        for (Row<ActionStatus> action : actions.list()) {
            page.quantile(
                    LATENCY, action.labels(), "0.99", action.status().totals().latencyP99());
        }
        for (Row<ActionStatus> action : actions.list()) {
            page.states(STATE, action.labels(), action.status().state());
        }
        page.value(OMITTED, Labels.NONE, actions.omitted());
    }
}
