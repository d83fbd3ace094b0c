// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bailiff.api.source.LogArchive;
import org.bailiff.api.source.PastLines;
import org.bailiff.jail.replay.JailResult;
import org.bailiff.jail.replay.PastLog;
import org.bailiff.jail.replay.Replay;
import org.bailiff.jail.replay.ReplayedJail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the logs of jails that are ready, each once, replays them and closes all. Used once, by one thread. */
final class ReplayRun {
    private static final Logger LOG = LoggerFactory.getLogger(ReplayRun.class);

    private final ReplayPlan plan;
    private final Function<String, Optional<LogArchive>> archives;
    private final Map<Named, Set<ReplayedJail>> watchers = new LinkedHashMap<>();

    private record Named(LogArchive archive, String name) {}

    /**
     * @param archives by kind
     */
    ReplayRun(ReplayPlan plan, Function<String, Optional<LogArchive>> archives) {
        this.plan = plan;
        this.archives = archives;
    }

    /** What came of it, by the jails' names; empty if the thread was interrupted. */
    Optional<List<JailResult>> run() {
        plan.ready().forEach(this::find);
        List<ReplayedJail> jails =
                plan.ready().stream().map(ReplayPlan.Ready::jail).toList();
        List<PastLog> logs = open();
        boolean finished;
        try {
            finished = new Replay(logs, jails).run(Thread.currentThread()::isInterrupted);
        } finally {
            logs.forEach(ReplayRun::close);
            jails.forEach(ReplayedJail::close);
        }
        return finished ? Optional.of(results(jails)) : Optional.empty();
    }

    private List<JailResult> results(List<ReplayedJail> jails) {
        return Stream.concat(plan.failed().stream(), jails.stream().map(ReplayedJail::result))
                .sorted(Comparator.comparing(JailResult::jail))
                .toList();
    }

    private void find(ReplayPlan.Ready jail) {
        for (JailSettings.Log log : jail.logs()) {
            Optional<LogArchive> archive = archives.apply(log.kind());
            if (archive.isEmpty()) {
                jail.jail().note("nothing is kept of what its source '" + log.kind() + "' told");
            } else {
                LogArchive.Holdings holdings = archive.get().find(log.pattern());
                holdings.problems().forEach(jail.jail()::note);
                holdings.streams().forEach(name -> watchers.computeIfAbsent(
                                new Named(archive.get(), name), fresh -> new LinkedHashSet<>())
                        .add(jail.jail()));
            }
        }
    }

    private List<PastLog> open() {
        List<PastLog> logs = new ArrayList<>();
        watchers.forEach((stream, jails) -> {
            try {
                PastLines lines = stream.archive()
                        .open(stream.name(), plan.session().period().since());
                logs.add(new PastLog(lines, List.copyOf(jails), plan.session().compiler()));
            } catch (IOException unreadable) {
                jails.forEach(jail -> jail.unread(unreadable.getMessage()));
            }
        });
        return logs;
    }

    private static void close(PastLog log) {
        try {
            log.close();
        } catch (IOException failed) {
            // It was read to its end, or nobody wants to know.
            LOG.debug("a log was not closed", failed);
        }
    }
}
