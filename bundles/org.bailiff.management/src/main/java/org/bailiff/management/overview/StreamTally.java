// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.overview;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.bailiff.api.source.SourceStatus;

/** Adds up what jails make of a stream. Used by one thread. */
final class StreamTally {
    private final Growth linesRead = Growth.ofFurthest();
    private final Growth linesCut = Growth.ofFurthest();
    private final Growth rotations = Growth.ofFurthest();
    private final Growth errors = Growth.ofFurthest();

    /**
     * With what the jails that read it say now.
     *
     * @param statuses by jail; at least one
     */
    StreamUse look(SortedMap<String, SourceStatus> statuses) {
        Collection<SourceStatus> all = statuses.values();
        SourceStatus worst = all.stream()
                .max(Comparator.comparing(SourceStatus::state)
                        .thenComparing(status -> !status.reason().isEmpty()))
                .orElseThrow();
        SourceStatus together = new SourceStatus(
                worst.stream(),
                worst.kind(),
                worst.state(),
                worst.reason(),
                all.stream().mapToLong(SourceStatus::positionBytes).max().orElse(-1),
                all.stream().mapToLong(SourceStatus::lagBytes).max().orElse(-1),
                look(linesRead, statuses, SourceStatus::linesReadTotal),
                look(linesCut, statuses, SourceStatus::linesCutTotal),
                look(rotations, statuses, SourceStatus::rotationsTotal),
                look(errors, statuses, SourceStatus::errorsTotal));
        return new StreamUse(together, List.copyOf(statuses.keySet()));
    }

    private static long look(
            Growth growth, SortedMap<String, SourceStatus> statuses, ToLongFunction<SourceStatus> count) {
        return growth.look(statuses.entrySet().stream()
                .collect(Collectors.toMap(SortedMap.Entry::getKey, status -> count.applyAsLong(status.getValue()))));
    }
}
