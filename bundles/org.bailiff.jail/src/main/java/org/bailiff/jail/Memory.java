// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bailiff.api.store.JailLog;
import org.bailiff.jail.decision.ClockShift;
import org.bailiff.jail.decision.Decisions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what a jail decides: positions, sessions and decisions in one record each time. Owned by the jail's thread, but
 * for {@link #position}, {@link #begin} and {@link #problem}, which any thread may call.
 */
final class Memory implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Memory.class);
    /** The pause before the first try to write everything; it doubles with each. */
    private static final Duration RETRY = Duration.ofSeconds(10);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final JailLog log;
    private final Decisions decisions;
    private final Map<String, String> positions = new ConcurrentHashMap<>();
    private final Map<String, String> sessions = new ConcurrentHashMap<>();
    /** Before when the failures of a stream that was new to the jail do not count. */
    private final Map<String, Instant> beginnings = new ConcurrentHashMap<>();
    /** Of those, the streams that no record tells of yet. */
    private final Set<String> begun = ConcurrentHashMap.newKeySet();

    private Instant nextRetry = Instant.EPOCH;
    private Duration pause = RETRY;
    private volatile String problem = "";

    Memory(JailLog log, Decisions decisions) {
        this.log = log;
        this.decisions = decisions;
    }

    /** Takes up what was kept. */
    void restore() {
        log.load(record -> {
            positions.putAll(record.positions());
            sessions.putAll(record.sessions());
            beginnings.putAll(record.beginnings());
            decisions.restore(record);
        });
    }

    /** Whether some of what was kept is lost. */
    boolean isDamaged() {
        return log.loss().isPresent();
    }

    /** Up to where a stream is counted; empty if it is new to the jail. */
    Optional<String> position(String stream) {
        return Optional.ofNullable(positions.get(stream));
    }

    /** Whether anything was counted, in whatever stream. */
    boolean hasCounted() {
        return !positions.isEmpty();
    }

    /**
     * Notes that a stream is new to the jail, in the record with its first position: a restart before its end finds its
     * past as past as it was.
     */
    void begin(String stream, Instant beginning) {
        if (beginnings.putIfAbsent(stream, beginning) == null) {
            begun.add(stream);
        }
    }

    /**
     * Before when failures of a stream do not count: a log that is new to the jail tells of a past that it was not there
     * for.
     */
    Instant beginning(String stream) {
        return beginnings.getOrDefault(stream, Instant.MIN);
    }

    /** A clock that was set back leaves beginnings that are still to come: what happens now would not count until then. */
    void move(ClockShift shift) {
        if (shift.by().isNegative()) {
            beginnings.replaceAll((stream, beginning) -> beginning.isAfter(shift.to()) || beginning.equals(Instant.MIN)
                    ? beginning
                    : beginning.plus(shift.by()));
            beginnings.forEach(decisions::beginning);
        }
    }

    String session(String stream) {
        return sessions.getOrDefault(stream, "");
    }

    /**
     * Keeps where a stream was begun, unless that is known: killed before the first lines are counted, the jail begins at the
     * same place again, and not with what the log was rotated to meanwhile.
     */
    void beginAt(String stream, String position) {
        if (!positions.containsKey(stream)) {
            counted(stream, position, "");
            keep(false);
        }
    }

    /** Notes, for the next record, up to where a stream is counted. */
    void counted(String stream, String position, String session) {
        boolean same = position.equals(positions.put(stream, position));
        sessions.put(stream, session);
        if (begun.remove(stream)) {
            decisions.beginning(stream, beginnings.get(stream));
        }
        if (!same) {
            decisions.position(stream, position, session);
        }
    }

    /** Writes what changed; whether it is kept. New bans are forced to the disk. */
    boolean keep(boolean force) {
        if (!decisions.hasChanges()) {
            return problem.isEmpty();
        }
        boolean urgent = force || decisions.hasNewBans();
        JailLog.Receipt receipt = log.append(decisions.takeChanges(), urgent);
        if (receipt.rewriteDue()) {
            receipt = log.rewrite(decisions.whole(positions, sessions, beginnings));
        }
        note(receipt);
        return receipt.kept();
    }

    /** Tries to write everything if something could not be written, with growing pauses. */
    void retry(Instant now) {
        if (!problem.isEmpty() && !now.isBefore(nextRetry)) {
            nextRetry = now.plus(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            note(log.rewrite(decisions.whole(positions, sessions, beginnings)));
        }
    }

    private void note(JailLog.Receipt receipt) {
        if (!receipt.kept() && problem.isEmpty()) {
            LOG.error("Decisions are in force, and not kept: {}", receipt.problem());
        }
        if (receipt.kept()) {
            pause = RETRY;
        }
        problem = receipt.kept() ? "" : receipt.problem();
    }

    /** Why decisions are not kept; empty if they are. */
    String problem() {
        return problem;
    }

    @Override
    public void close() {
        log.close();
    }
}
