// SPDX-License-Identifier: Apache-2.0
package org.bailiff.metrics.page;

import java.util.List;
import org.bailiff.api.jail.JailStatus;
import org.bailiff.api.source.SourceStatus;

/** How far each jail has read each of its streams. */
final class SourceFamilies {
    private static final List<Measure<SourceStatus>> MEASURES = List.of(
            Measure.gauge(
                    "bailiff_source_position_bytes",
                    "How far the stream's present file is read.",
                    status -> Measure.unlessNegative(status.positionBytes())),
            Measure.gauge(
                    "bailiff_source_lag_bytes",
                    "What is written and not yet read.",
                    status -> Measure.unlessNegative(status.lagBytes())),
            Measure.counter("bailiff_source_lines_read", "Lines delivered and taken.", SourceStatus::linesReadTotal),
            Measure.counter(
                    "bailiff_source_lines_cut", "Lines too long to be read whole.", SourceStatus::linesCutTotal),
            Measure.counter(
                    "bailiff_source_rotations",
                    "How often the name came to mean another file, or the file was truncated.",
                    SourceStatus::rotationsTotal),
            Measure.counter("bailiff_source_errors", "Failed reads and opens.", SourceStatus::errorsTotal));
    private static final Family STATE = Family.states("bailiff_source_state", "What the source is doing.");
    private static final Family OMITTED =
            Family.gauge("bailiff_sources_omitted", "Sources that this page has no room for.");

    private SourceFamilies() {}

    static void write(Page page, List<Row<JailStatus>> jails) {
        Rows<SourceStatus> sources = new Rows<>(Rows.MOST);
        for (Row<JailStatus> jail : jails) {
            for (SourceStatus source : jail.status().sources()) {
                sources.add(jail.labels().and("source", source.stream()).and("kind", source.kind()), source);
            }
        }
        page.measures(MEASURES, sources.list());
        for (Row<SourceStatus> source : sources.list()) {
            page.states(STATE, source.labels(), source.status().state());
        }
        page.value(OMITTED, Labels.NONE, sources.omitted());
    }
}
