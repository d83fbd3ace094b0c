// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.bailiff.api.source.Position;
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

    /** What lines change within this time may be one record. */
    private static final Duration JOINED = Duration.ofSeconds(1);

    private final JailLog log;
    private final Decisions decisions;
    private final Map<String, String> positions = new ConcurrentHashMap<>();
    private final Map<String, String> sessions = new ConcurrentHashMap<>();
    /** Who knows what lines have left open since it was written last, by stream. */
    private final Map<String, Supplier<String>> open = new HashMap<>();
    /** Before when the failures of a stream that was new to the jail do not count. */
    private final Map<String, Instant> beginnings = new ConcurrentHashMap<>();
    /** Of those, the streams that no record tells of yet. */
    private final Set<String> begun = ConcurrentHashMap.newKeySet();

    /** When what changed was written last because lines were counted. */
    private Instant kept = Instant.EPOCH;

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
    void beginAt(String stream, Position position) {
        if (!positions.containsKey(stream)) {
            counted(stream, position.text(), () -> "");
            keep(false);
        }
    }

    /**
     * Notes, for the next record, up to where a stream is counted.
     *
     * @param session what the lines up to there have left open: asked when the record is written, as it takes a while to say
     */
    void counted(String stream, String position, Supplier<String> session) {
        boolean same = position.equals(positions.put(stream, position));
        if (begun.remove(stream)) {
            decisions.beginning(stream, beginnings.get(stream));
        }
        if (!same) {
            decisions.position(stream, position);
            open.put(stream, session);
        }
    }

    /**
     * Asks what the lines up to here have left open: before others of the streams are looked at, if a record may be written
     * amid them.
     */
    void noteSessions() {
        open.forEach((stream, session) -> {
            String text = session.get();
            sessions.put(stream, text);
            decisions.session(stream, text);
        });
        open.clear();
    }

    /**
     * Writes what changed, if it is time to. While more lines wait it can be written with what they change, in one record: a
     * crash before that has these lines read again, and nothing of them was kept.
     *
     * @param moreWait whether there are more lines to be counted at once
     */
    void keepInTime(boolean moreWait, Instant now) {
        boolean late = Duration.between(kept, now).abs().compareTo(JOINED) >= 0;
        if (!moreWait || late || decisions.hasNewBans() || decisions.hasManyChanges()) {
            kept = now;
            keep(false);
        }
    }

    /** Writes what changed; whether it is kept. New bans are forced to the disk. */
    boolean keep(boolean force) {
        if (!decisions.hasChanges()) {
            return problem.isEmpty();
        }
        noteSessions();
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
            noteSessions();
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            note(log.rewrite(decisions.whole(positions, sessions, beginnings)));
        }
    }

    /** Writes what is still to be written, and leaves a log of which the next start reads little in vain. */
    void end() {
        if (keep(true)) {
            noteSessions();
            log.tidy(decisions.whole(positions, sessions, beginnings));
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
