// SPDX-License-Identifier: Apache-2.0
package org.bailiff.metrics.page;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bailiff.api.BanTime;
import org.bailiff.api.action.ActionStatus;
import org.bailiff.api.config.Problem;
import org.bailiff.api.filter.CutOff;
import org.bailiff.api.filter.FilterStatus;
import org.bailiff.api.jail.DaemonStatus;
import org.bailiff.api.jail.JailState;
import org.bailiff.api.jail.JailStatus;
import org.bailiff.api.source.SourceStatus;
import org.bailiff.api.store.StoreStatus;

/** What daemons, jails and the rest might say of themselves. */
public final class Samples {
    static final Instant START = Instant.parse("2026-11-01T12:00:00Z");
    static final Instant NOW = START.plusSeconds(90);

    private Samples() {}

    static SourceStatus source(String stream) {
        return new SourceStatus(stream, "file", SourceStatus.State.READING, "", 4096, 17, 1000, 1, 2, 3);
    }

    static ActionStatus action(String name) {
        return new ActionStatus(
                name,
                ActionStatus.State.READY,
                "",
                new ActionStatus.Entries(5, 1, 100, 2, 3),
                new ActionStatus.Totals(40, 4, 1, 0, 6, Duration.ofNanos(250_000)));
    }

    static JailStatus jail(String name, List<SourceStatus> sources, List<ActionStatus> actions) {
        return new JailStatus(
                name,
                JailState.ACTIVE,
                "",
                "sshd",
                sources,
                actions,
                BanTime.ofSeconds(600),
                Duration.ofMinutes(10),
                5,
                6,
                125,
                15,
                31,
                7,
                1000,
                130,
                20,
                Optional.of(START.plusMillis(1500)),
                850,
                Duration.ofNanos(12_500),
                List.of(new CutOff("failregex", 1, "a", 9)));
    }

    static JailStatus jail(String name) {
        return jail(name, List.of(source("/var/log/auth.log")), List.of(action("xt_recent")));
    }

    static Snapshot of(JailStatus... jails) {
        return of(List.of(jails));
    }

    private static Snapshot of(List<JailStatus> jails) {
        return new Snapshot(
                new DaemonStatus(
                        DaemonStatus.State.RUNNING,
                        "",
                        "0.1.0",
                        START,
                        jails.size(),
                        15,
                        31,
                        125,
                        1000,
                        130,
                        1,
                        Duration.ofNanos(300_000),
                        Duration.ofMillis(1)),
                jails,
                Optional.of(new StoreStatus(true, "", 2048, 70, 8, 2, Duration.ofMillis(20))),
                Optional.of(new Snapshot.Configuration(4, 0)),
                List.of(new FilterStatus(
                        "sshd",
                        "library",
                        2,
                        START,
                        3,
                        Optional.of(new FilterStatus.Refused(
                                "filter.d/sshd.conf",
                                START,
                                List.of(new Problem(Problem.Severity.ERROR, "", 0, "", "wrong")))),
                        false)));
    }

    static Snapshot ofJails(int count) {
        return of(IntStream.range(0, count)
                .mapToObj(index -> jail("jail" + index))
                .toList());
    }

    /** Pages that tell of one jail. */
    public static Pages pages() {
        return pages(() -> {});
    }

    /**
     * The same.
     *
     * @param before what happens before each is made
     */
    public static Pages pages(Runnable before) {
        return new Pages(
                () -> {
                    before.run();
                    return of(jail("sshd"));
                },
                () -> NOW);
    }
}
