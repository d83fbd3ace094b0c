// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.overview;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.bailiff.api.jail.JailStatus;

/** Adds up what jails make of a filter. Used by one thread. */
final class FilterTally {
    private final Growth matches = Growth.ofAll();
    private final Growth misses = Growth.ofAll();
    private final Growth timeouts = Growth.ofAll();

    /** With what the jails that use it say now. */
    FilterUse look(List<JailStatus> jails) {
        return new FilterUse(
                jails.size(),
                look(matches, jails, JailStatus::linesMatched),
                look(misses, jails, JailStatus::linesMissed),
                look(timeouts, jails, JailStatus::totalCutOff),
                jails.stream()
                        .map(JailStatus::matchP99)
                        .max(Comparator.naturalOrder())
                        .orElse(Duration.ZERO));
    }

    private static long look(Growth growth, List<JailStatus> jails, ToLongFunction<JailStatus> count) {
        return growth.look(jails.stream().collect(Collectors.toMap(JailStatus::name, count::applyAsLong)));
    }
}
