// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.replay;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import org.bailiff.api.Ban;
import org.bailiff.api.filter.LogLine;

/**
 * Judges what all logs tell, in the order of time, so that a jail with several logs, or one that depends on others, decides
 * as it would have. Used once, by one thread.
 */
public final class Replay {
    private final List<PastLog> logs;
    private final List<ReplayedJail> readersOfBans;
    private final Map<ReplayedJail, Reader> eyes = new HashMap<>();

    /**
     * @param logs not read yet
     */
    public Replay(List<PastLog> logs, List<ReplayedJail> jails) {
        this.logs = List.copyOf(logs);
        this.readersOfBans = jails.stream().filter(ReplayedJail::readsBans).toList();
        readersOfBans.forEach(jail -> eyes.put(jail, jail.reader()));
    }

    /**
     * Reads all to the end.
     *
     * @param unwanted asked now and then whether nobody wants to know any more
     * @return whether it came to the end
     */
    public boolean run(BooleanSupplier unwanted) {
        // Of the same moment, that of the log which was named first.
        PriorityQueue<Integer> next = new PriorityQueue<>(
                Comparator.<Integer, Instant>comparing(log -> turn(log)).thenComparing(Comparator.naturalOrder()));
        for (int log = 0; log < logs.size(); log++) {
            if (unwanted.getAsBoolean()) {
                return false;
            }
            offerIfUnfinished(log, next);
        }
        while (!next.isEmpty()) {
            if (unwanted.getAsBoolean()) {
                return false;
            }
            int log = next.remove();
            PastLog.Told told = logs.get(log).take();
            judge(told.jail(), told.happening());
            offerIfUnfinished(log, next);
        }
        return true;
    }

    private void offerIfUnfinished(int log, PriorityQueue<Integer> next) {
        if (logs.get(log).peek().isPresent()) {
            next.add(log);
        }
    }

    private Instant turn(int log) {
        return logs.get(log).peek().map(PastLog.Told::turn).orElse(Instant.MAX);
    }

    private void judge(ReplayedJail jail, Happening happening) {
        List<Ban> bans = jail.judge(happening);
        if (jail.tellsBans()) {
            bans.stream().filter(ban -> ban.target().isSingle()).forEach(this::tell);
        }
    }

    /** The line that fail2ban would have logged, as {@code org.bailiff.source.bans} tells it to a daemon's jails. */
    private void tell(Ban ban) {
        String text = "fail2ban.actions: NOTICE [" + ban.jail() + "] Ban " + ban.target();
        LogLine line = new LogLine(text, ban.since(), false, Optional.of(ban.since()));
        for (ReplayedJail jail : readersOfBans) {
            jail.lines(1);
            eyes.get(jail).read(line).forEach(happening -> judge(jail, happening));
        }
    }
}
