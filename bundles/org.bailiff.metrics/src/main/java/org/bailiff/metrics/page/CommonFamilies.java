// SPDX-License-Identifier: Apache-2.0
package org.bailiff.metrics.page;

import java.util.List;
import java.util.function.ToLongFunction;
import org.bailiff.api.action.ActionStatus;
import org.bailiff.api.jail.JailStatus;
import org.bailiff.api.source.SourceStatus;
import org.bailiff.api.store.StoreStatus;
import org.bailiff.metrics.page.Family.Kind;

/** The names that the common exporter for fail2ban uses, so that dashboards made for it work. */
final class CommonFamilies {
    private static final Family UP = Family.gauge("f2b_up", "1: the daemon answers.");
    private static final Family ERRORS = new Family("f2b_errors", Kind.UNKNOWN, "Failures by what failed.");
    private static final Family JAILS = Family.gauge("f2b_jail_count", "Configured jails.");
    private static final Family VERSION = Family.gauge("f2b_version", "1, with the version as a label.");

    private static final List<Measure<JailStatus>> JAIL = List.of(
            Measure.gauge("f2b_jail_banned_current", "Bans in force.", JailStatus::currentlyBanned),
            Measure.counter("f2b_jail_banned", "Bans since the counts began.", JailStatus::totalBanned),
            Measure.gauge(
                    "f2b_jail_failed_current", "Addresses with failures that count now.", JailStatus::currentlyFailed),
            Measure.counter("f2b_jail_failed", "Failures since the counts began.", JailStatus::totalFailed),
            Measure.gauge(
                    "f2b_config_jail_ban_time", "Seconds that a ban lasts; -1: for ever.", status -> status.banTime()
                            .toSeconds()),
            Measure.gauge(
                    "f2b_config_jail_find_time",
                    "Seconds in which failures count together.",
                    status -> status.findTime().toSeconds()),
            Measure.gauge("f2b_config_jail_max_retries", "Failures within find time that ban.", JailStatus::maxRetry));

    private CommonFamilies() {}

    static void write(Page page, Snapshot snapshot, List<Row<JailStatus>> jails) {
        page.value(UP, Labels.NONE, 1);
        page.value(ERRORS, Labels.of("type", "action"), sum(snapshot, CommonFamilies::actionErrors));
        page.value(ERRORS, Labels.of("type", "source"), sum(snapshot, CommonFamilies::sourceErrors));
        page.value(
                ERRORS,
                Labels.of("type", "store"),
                snapshot.store().map(StoreStatus::corruptRecords).orElse(0L));
        page.value(JAILS, Labels.NONE, snapshot.jails().size());
        page.measures(JAIL, jails);
        String version = "bailiff " + snapshot.daemon().version();
        page.value(VERSION, Labels.of("exporter", version).and("fail2ban", version), 1);
    }

    private static long sum(Snapshot snapshot, ToLongFunction<JailStatus> errors) {
        return snapshot.jails().stream().mapToLong(errors).sum();
    }

    private static long actionErrors(JailStatus jail) {
        return jail.actions().stream()
                .map(ActionStatus::totals)
                .mapToLong(ActionStatus.Totals::errors)
                .sum();
    }

    private static long sourceErrors(JailStatus jail) {
        return jail.sources().stream().mapToLong(SourceStatus::errorsTotal).sum();
    }
}
