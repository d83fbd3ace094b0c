// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bailiff.api.store.JailLog;
import org.bailiff.api.store.JailRecord;
import org.bailiff.jail.decision.Decisions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what a jail decides: positions, sessions and decisions in one record each time. Owned by the jail's thread, but
 * for {@link #position} and {@link #problem}, which any thread may call.
 */
final class Memory implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Memory.class);
    private static final Duration RETRY = Duration.ofSeconds(10);

    private final JailLog log;
    private final Decisions decisions;
    private final Map<String, String> positions = new ConcurrentHashMap<>();
    private final Map<String, String> sessions = new ConcurrentHashMap<>();
    private Instant nextRetry = Instant.EPOCH;
    private volatile String problem = "";

    Memory(JailLog log, Decisions decisions) {
        this.log = log;
        this.decisions = decisions;
    }

    /** Takes up what was kept. */
    void restore() {
        for (JailRecord record : log.load()) {
            positions.putAll(record.positions());
            sessions.putAll(record.sessions());
            decisions.restore(record);
        }
    }

    /** Up to where a stream is counted; empty if it is new to the jail. */
    Optional<String> position(String stream) {
        return Optional.ofNullable(positions.get(stream));
    }

    String session(String stream) {
        return sessions.getOrDefault(stream, "");
    }

    /** Notes, for the next record, up to where a stream is counted. */
    void counted(String stream, String position, String session) {
        boolean same = position.equals(positions.put(stream, position));
        sessions.put(stream, session);
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
            receipt = log.rewrite(decisions.whole(positions, sessions));
        }
        note(receipt);
        return receipt.kept();
    }

    /** Tries to write everything if something could not be written; at most every few seconds. */
    void retry(Instant now) {
        if (!problem.isEmpty() && !now.isBefore(nextRetry)) {
            nextRetry = now.plus(RETRY);
            note(log.rewrite(decisions.whole(positions, sessions)));
        }
    }

    private void note(JailLog.Receipt receipt) {
        if (!receipt.kept() && problem.isEmpty()) {
            LOG.error("Decisions are in force, and not kept: {}", receipt.problem());
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
