// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bailiff.api.Ban;

/**
 * What one batch of lines, one command or one moment changed in a jail. It is written as one: after a crash all of it
 * counts or nothing. It is applied so that one target or id may be in several lists: cleared before failures, ended before
 * banned.
 *
 * @param positions by stream, {@link org.bailiff.api.source.Position#text}: up to here the lines are counted
 * @param sessions by stream, {@link org.bailiff.api.filter.Session#text}; empty text: none
 * @param beginnings by stream, before when its failures do not count: they tell of a past that the jail was not there for
 * @param failures counted, in order
 * @param cleared ids whose failures are forgotten, because they led to a ban or were forgiven
 * @param banned new bans; one of the same target replaces the older
 * @param ended bans that ended, as the history they leave
 * @param totals the counts after it
 * @param clock by which this record and those behind it tell times, if it is another than before: the times that those
 *     before it told in the same run of the host are to be moved by the difference
 */
public record JailRecord(
        Map<String, String> positions,
        Map<String, String> sessions,
        Map<String, Instant> beginnings,
        List<FailureMark> failures,
        List<String> cleared,
        List<Ban> banned,
        List<BanHistory> ended,
        Totals totals,
        Optional<ClockMark> clock) {

    /** A record by the same clock. */
    public JailRecord(
            Map<String, String> positions,
            Map<String, String> sessions,
            Map<String, Instant> beginnings,
            List<FailureMark> failures,
            List<String> cleared,
            List<Ban> banned,
            List<BanHistory> ended,
            Totals totals) {
        this(positions, sessions, beginnings, failures, cleared, banned, ended, totals, Optional.empty());
    }

    public JailRecord {
        positions = Map.copyOf(positions);
        sessions = Map.copyOf(sessions);
        beginnings = Map.copyOf(beginnings);
        failures = List.copyOf(failures);
        cleared = List.copyOf(cleared);
        banned = List.copyOf(banned);
        ended = List.copyOf(ended);
    }

    /**
     * Counts that survive a restart.
     *
     * @param failed failures counted
     * @param banned bans made
     */
    public record Totals(long failed, long banned) {
        public static final Totals NONE = new Totals(0, 0);
    }
}
