// SPDX-License-Identifier: Apache-2.0
package org.bailiff.metrics.page;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bailiff.api.filter.FilterStatus;
import org.bailiff.api.jail.DaemonStatus;
import org.bailiff.api.store.StoreStatus;
import org.bailiff.metrics.page.Family.Kind;

/** The daemon as a whole, its configuration, its store and the definitions in force. */
final class DaemonFamilies {
    private static final Family BUILD = new Family("bailiff_build", Kind.INFO, "The version of the software.");
    private static final Family STATE = Family.states("bailiff_state", "What the daemon is doing.");
    private static final Family UPTIME = Family.gauge("bailiff_uptime_seconds", "Time since the start.");
    private static final Family DETECTION = Family.summary(
            "bailiff_detection_to_ban_seconds", "From reading a line to its ban in the kernel list, of the last bans.");
    private static final Family REVISION =
            Family.gauge("bailiff_config_revision", "Counts the configurations that were in force.");
    private static final Family LOSSES = Family.gauge(
            "bailiff_config_losses", "What was lost of that which the daemon keeps by itself, or cannot be kept.");

    private static final List<Measure<DaemonStatus>> DAEMON = List.of(
            Measure.gauge("bailiff_banned_current", "Bans in force, over all jails.", DaemonStatus::currentlyBanned),
            Measure.counter(
                    "bailiff_banned", "Bans since the counts began, over all jails.", DaemonStatus::totalBanned),
            Measure.counter("bailiff_failures", "Failures, over all jails.", DaemonStatus::totalFailed),
            Measure.counter("bailiff_lines_read", "Lines read, over all jails.", DaemonStatus::linesRead),
            Measure.counter(
                    "bailiff_lines_matched", "Lines with a failure, over all jails.", DaemonStatus::linesMatched),
            Measure.counter("bailiff_lines_cut", "Lines too long to be read whole.", DaemonStatus::linesCut));

    private static final List<Measure<StoreStatus>> STORE = List.of(
            Measure.gauge(
                    "bailiff_store_healthy",
                    "1: what is to be kept is kept; else 0.",
                    status -> status.healthy() ? 1 : 0),
            Measure.gauge("bailiff_store_size_bytes", "Size of all logs of jails.", StoreStatus::bytes),
            Measure.gauge("bailiff_store_logs", "Jails that are remembered.", StoreStatus::logs),
            Measure.counter("bailiff_store_records", "Records appended since the start.", StoreStatus::records),
            Measure.counter(
                    "bailiff_store_corrupt_records",
                    "Records found damaged and set aside, since the start.",
                    StoreStatus::corruptRecords),
            Measure.gauge(
                    "bailiff_store_restore_seconds",
                    "How long it took to read everything back.",
                    status -> Page.seconds(status.restoreTime())));

    private static final List<Measure<FilterStatus>> FILTER = List.of(
            Measure.gauge(
                    "bailiff_filter_revision",
                    "Counts the definitions that were in force under the name.",
                    FilterStatus::revision),
            Measure.gauge(
                    "bailiff_filter_refused",
                    "1: a definition that is offered was not taken; else 0.",
                    status -> status.refused().isPresent() ? 1 : 0));

    private DaemonFamilies() {}

    static void write(Page page, Snapshot snapshot, Instant now) {
        DaemonStatus daemon = snapshot.daemon();
        page.value(BUILD, Labels.of("version", daemon.version()), 1);
        page.states(STATE, Labels.NONE, daemon.state());
        page.value(UPTIME, Labels.NONE, Page.seconds(Duration.between(daemon.startedAt(), now)));
        page.measures(DAEMON, List.of(new Row<>(Labels.NONE, daemon)));
        page.quantile(DETECTION, Labels.NONE, "0.5", daemon.detectionToBanP50());
        page.quantile(DETECTION, Labels.NONE, "0.99", daemon.detectionToBanP99());
        snapshot.configuration().ifPresent(configuration -> {
            page.value(REVISION, Labels.NONE, configuration.revision());
            page.value(LOSSES, Labels.NONE, configuration.losses());
        });
        snapshot.store().ifPresent(store -> page.measures(STORE, List.of(new Row<>(Labels.NONE, store))));
        Rows<FilterStatus> filters = new Rows<>(Rows.MOST);
        snapshot.filters().forEach(filter -> filters.add(Labels.of("filter", filter.name()), filter));
        page.measures(FILTER, filters.list());
    }
}
