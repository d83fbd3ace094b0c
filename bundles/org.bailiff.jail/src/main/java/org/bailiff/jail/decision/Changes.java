// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bailiff.api.Ban;
import org.bailiff.api.store.BanHistory;
import org.bailiff.api.store.ClockMark;
import org.bailiff.api.store.FailureMark;
import org.bailiff.api.store.JailRecord;

/** What changed since the last record was written: it collects what the next one says. */
final class Changes {
    private final Map<String, String> positions = new HashMap<>();
    private final Map<String, String> sessions = new HashMap<>();
    private final Map<String, Instant> beginnings = new HashMap<>();
    private final List<FailureMark> failures = new ArrayList<>();
    private final List<String> cleared = new ArrayList<>();
    private final List<Ban> banned = new ArrayList<>();
    private final List<BanHistory> ended = new ArrayList<>();

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

    void failure(FailureMark mark) {
        failures.add(mark);
    }

    /** The id's failures are forgotten, also those that this record would have added. */
    void cleared(String id) {
        failures.removeIf(mark -> mark.id().equals(id));
        cleared.add(id);
    }

    void banned(Ban ban) {
        banned.add(ban);
    }

    /** The ban ended; one that also began within this record has left nothing but its history. */
    void ended(BanHistory history) {
        banned.removeIf(ban -> ban.target().equals(history.target()));
        ended.add(history);
    }

    boolean hasBans() {
        return !banned.isEmpty();
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
                positions, sessions, beginnings, failures, cleared, banned, ended, totals, Optional.ofNullable(clock));
        clock = null;
        positions.clear();
        sessions.clear();
        beginnings.clear();
        failures.clear();
        cleared.clear();
        banned.clear();
        ended.clear();
        return record;
    }
}
