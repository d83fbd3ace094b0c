// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bailiff.api.Ban;
import org.bailiff.api.Evidence;
import org.bailiff.api.store.BanHistory;
import org.bailiff.api.store.ClockMark;
import org.bailiff.api.store.JailRecord;
import org.bailiff.text.Network;

/**
 * What changed since the last record was written: it collects what the next one says, of each id and each target only what
 * has become of it.
 */
final class Changes {
    /** About how many bytes a record may take before it is written: a few make no difference to it, and many to the memory. */
    private static final long LARGE = 1 << 20;

    private static final int MANY = 10_000;

    private final Map<String, String> positions = new HashMap<>();
    private final Map<String, String> sessions = new HashMap<>();
    private final Map<String, Instant> beginnings = new HashMap<>();
    private final CountedFailures failures = new CountedFailures();
    private final Set<String> cleared = new LinkedHashSet<>();
    private final Map<Network, Ban> banned = new LinkedHashMap<>();
    private final Map<Network, BanHistory> ended = new LinkedHashMap<>();
    private long evidence;

    private ClockMark clock;

    void clock(ClockMark mark) {
        clock = mark;
    }

    void position(String stream, String position) {
        positions.put(stream, position);
    }

    void session(String stream, String session) {
        sessions.put(stream, session);
    }

    void beginning(String stream, Instant beginning) {
        beginnings.put(stream, beginning);
    }

    /** A failure that counts among those within find time, of which so many ban. */
    void failure(String id, Evidence failure, Duration findTime, int maxRetry) {
        failures.add(id, failure, findTime, maxRetry);
    }

    /** The id's failures are forgotten, also those that this record would have added. */
    void cleared(String id) {
        failures.remove(id);
        cleared.add(id);
    }

    void banned(Ban ban) {
        banned.put(ban.target(), ban);
        evidence += Room.cost(ban);
    }

    /** The ban ended; one that also began within this record has left nothing but its history. */
    void ended(BanHistory history) {
        banned.remove(history.target());
        ended.put(history.target(), history);
    }

    boolean hasBans() {
        return !banned.isEmpty();
    }

    /** Whether the record would be so large that it is to be written now. */
    boolean isLarge() {
        return failures.bytes() + evidence > LARGE || cleared.size() + ended.size() > MANY;
    }

    boolean isEmpty() {
        return clock == null
                && positions.isEmpty()
                && sessions.isEmpty()
                && beginnings.isEmpty()
                && failures.isEmpty()
                && cleared.isEmpty()
                && banned.isEmpty()
                && ended.isEmpty();
    }

    /** The record, and begins a new one. */
    JailRecord take(JailRecord.Totals totals) {
        JailRecord record = new JailRecord(
                positions,
                sessions,
                beginnings,
                failures.marks(),
                List.copyOf(cleared),
                List.copyOf(banned.values()),
                List.copyOf(ended.values()),
                totals,
                Optional.ofNullable(clock));
        clock = null;
        positions.clear();
        sessions.clear();
        beginnings.clear();
        failures.clear();
        cleared.clear();
        banned.clear();
        ended.clear();
        evidence = 0;
        return record;
    }
}
