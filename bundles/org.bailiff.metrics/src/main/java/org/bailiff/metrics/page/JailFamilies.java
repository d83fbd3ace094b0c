// SPDX-License-Identifier: Apache-2.0
package org.bailiff.metrics.page;

import java.util.List;
import org.bailiff.api.jail.JailStatus;

/** What a jail is and has done, beyond what is commonly told. */
final class JailFamilies {
    private static final double MILLIS_PER_SECOND = 1e3;

    private static final List<Measure<JailStatus>> MEASURES = List.of(
            Measure.gauge(
                    "bailiff_jail_healthy",
                    "0: the jail waits, failed, or works with a reservation; else 1.",
                    status -> isHealthy(status) ? 1 : 0),
            Measure.counter("bailiff_jail_lines_read", "Lines of its sources.", JailStatus::linesRead),
            Measure.counter("bailiff_jail_lines_matched", "Lines with a failure.", JailStatus::linesMatched),
            Measure.counter(
                    "bailiff_jail_lines_ignored",
                    "Lines that an ignoreregex vetoed, and failures of ignored addresses.",
                    JailStatus::linesIgnored),
            Measure.counter(
                    "bailiff_jail_lines_missed",
                    "Lines that the filter looked at and found nothing in, since the jail began to work.",
                    JailStatus::linesMissed),
            Measure.counter(
                    "bailiff_jail_searches_cut_off",
                    "Searches with a regex that took too many steps for a line, since the jail began to work.",
                    JailStatus::totalCutOff),
            Measure.gauge(
                    "bailiff_jail_tracked_addresses",
                    "Addresses whose failures are remembered now.",
                    JailStatus::trackedAddresses),
            Measure.gauge(
                    "bailiff_jail_last_match_timestamp_seconds",
                    "When a failure was last found.",
                    status -> status.lastMatch()
                            .map(moment -> moment.toEpochMilli() / MILLIS_PER_SECOND)
                            .orElse(Measure.NONE)));
    private static final Family MATCH =
            Family.summary("bailiff_jail_match_seconds", "How long the filter took for a line, of some of the last.");
    private static final Family STATE = Family.states("bailiff_jail_state", "What the jail is doing.");

    private JailFamilies() {}

    static void write(Page page, List<Row<JailStatus>> jails) {
        page.measures(MEASURES, jails);
        for (Row<JailStatus> jail : jails) {
            page.quantile(MATCH, jail.labels(), "0.99", jail.status().matchP99());
        }
        for (Row<JailStatus> jail : jails) {
            page.states(STATE, jail.labels(), jail.status().state());
        }
    }

    private static boolean isHealthy(JailStatus status) {
        return switch (status.state()) {
            case WAITING, FAILED -> false;
            case ACTIVE -> status.reason().isEmpty();
            case PAUSED, SIMULATING, DISABLED -> true;
        };
    }
}
