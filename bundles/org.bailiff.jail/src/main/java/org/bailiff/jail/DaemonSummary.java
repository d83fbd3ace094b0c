// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.bailiff.api.config.Problem;
import org.bailiff.api.jail.DaemonStatus;
import org.bailiff.api.jail.JailState;
import org.bailiff.api.jail.JailStatus;
import org.bailiff.api.source.SourceStatus;
import org.bailiff.api.store.StoreStatus;

/**
 * What the jails, the store and the settings say together.
 *
 * @param jails the state of each
 * @param reason what does not work as configured; empty if all does
 */
record DaemonSummary(List<JailStatus> jails, String reason) {

    /**
     * @param losses of the settings
     * @param troubles of the daemon's areas
     */
    static DaemonSummary of(List<JailStatus> jails, StoreStatus store, List<Problem> losses, List<Problem> troubles) {
        List<String> reasons = new ArrayList<>();
        if (!store.healthy()) {
            reasons.add(store.reason());
        }
        // There may be one a line. As the problem is written elsewhere, so that one who shows both can tell.
        losses.stream().findFirst().map(Problem::toString).ifPresent(reasons::add);
        troubles.stream().map(Problem::toString).forEach(reasons::add);
        for (JailStatus jail : jails) {
            boolean ill = jail.state() == JailState.FAILED || jail.state() == JailState.WAITING;
            if (ill || isAtWork(jail) && !jail.reason().isEmpty()) {
                reasons.add("jail " + jail.name() + " is " + jail.state() + ": " + jail.reason());
            }
        }
        return new DaemonSummary(jails, String.join("; ", reasons));
    }

    private static boolean isAtWork(JailStatus jail) {
        return jail.state() == JailState.ACTIVE || jail.state() == JailState.SIMULATING;
    }

    DaemonStatus status(Optional<DaemonStatus.State> phase, String version, Instant startedAt, Latencies latencies) {
        DaemonStatus.State works = reason.isEmpty() ? DaemonStatus.State.RUNNING : DaemonStatus.State.DEGRADED;
        return new DaemonStatus(
                phase.orElse(works),
                reason,
                version,
                startedAt,
                jails.size(),
                sum(JailStatus::currentlyBanned),
                sum(JailStatus::totalBanned),
                sum(JailStatus::totalFailed),
                sum(JailStatus::linesRead),
                sum(JailStatus::linesMatched),
                sumOverStreams(SourceStatus::linesCutTotal),
                latencies.percentile(0.5),
                latencies.percentile(0.99));
    }

    private long sum(ToLongFunction<JailStatus> count) {
        return jails.stream().mapToLong(count).sum();
    }

    /** A stream that several jails read is counted once. */
    private long sumOverStreams(ToLongFunction<SourceStatus> count) {
        Map<String, Long> byStream = new HashMap<>();
        jails.stream()
                .flatMap(jail -> jail.sources().stream())
                .forEach(source -> byStream.merge(source.stream(), count.applyAsLong(source), Math::max));
        return byStream.values().stream().mapToLong(Long::longValue).sum();
    }
}
