// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.source.Start;

/**
 * Where a stream's reader stands, how a {@code journalctl} is told to go on there, and which of the entries that it then
 * gives are new. Not thread-safe.
 */
final class Place {
    private static final String NUMBER = ";i=";
    private static final String BOOT = ";b=";

    private final Optional<Instant> since;
    /** Whether only what is written from now on is wanted, and where that begins is not known yet. */
    private boolean atTail;
    /** Null if no entry was met yet. */
    private JournalPosition last;
    /** What the next entry is compared with; null if it needs no comparison. */
    private JournalPosition awaited;

    private long order;
    private boolean entryIsGone;

    Place(Start start) {
        since = start.since();
        atTail = start.atTail();
        last = start.from().map(JournalPosition.class::cast).orElse(null);
    }

    /** Options for all entries that there are. They begin with the last one known, to see whether it is still there. */
    List<String> untilTheEnd() {
        begin();
        return atTail && last == null ? List.of("--lines=1") : beginning();
    }

    /** Options for those entries and all that come. */
    List<String> following() {
        begin();
        List<String> options = new ArrayList<>(List.of("--follow", "--no-tail"));
        options.addAll(beginning());
        return options;
    }

    private void begin() {
        awaited = last;
        order = last == null ? 0 : last.before() ? last.order() - 1 : last.order();
    }

    private List<String> beginning() {
        if (last != null) {
            return List.of("--cursor=" + last.cursor());
        }
        return since.map(time -> List.of("--since=@" + seconds(time))).orElse(List.of());
    }

    private static String seconds(Instant time) {
        return time.getEpochSecond() + "." + "%06d".formatted(time.getNano() / 1000);
    }

    /** Takes note of the next entry; answers the place behind it if it is a new one. */
    Optional<JournalPosition> next(JournalEntry entry) {
        Optional<JournalPosition> place = entry.cursor().map(cursor -> behind(cursor, entry));
        if (place.isPresent() && atTail) {
            // Written before the end that was asked for: it only says where that is.
            last = place.get();
            return Optional.empty();
        }
        return place.filter(this::isNew);
    }

    private JournalPosition behind(String cursor, JournalEntry entry) {
        boolean known = awaited != null && isSameEntry(awaited.cursor(), cursor);
        order = known ? awaited.order() : Math.max(order + 1, entry.receivedMicros());
        return new JournalPosition(order, cursor, false);
    }

    private boolean isNew(JournalPosition place) {
        JournalPosition expected = awaited;
        awaited = null;
        if (expected == null) {
            return true;
        }
        boolean same = isSameEntry(expected.cursor(), place.cursor());
        entryIsGone |= !same;
        return !same || expected.before();
    }

    /**
     * Whether two cursors are of one entry. It gets another number when journald moves it from memory to disk; boot,
     * times and checksum stay.
     */
    private static boolean isSameEntry(String one, String other) {
        return one.equals(other) || identity(one).equals(identity(other));
    }

    private static String identity(String cursor) {
        int number = cursor.indexOf(NUMBER);
        int boot = cursor.indexOf(BOOT);
        return number < 0 || boot < 0 ? cursor : cursor.substring(boot);
    }

    /** Goes on behind this entry. */
    void taken(JournalPosition place) {
        last = place;
    }

    /**
     * Told when all entries that there are were given; answers whether the entry to go on behind was not among them, so
     * that others may be gone with it.
     */
    boolean isGoneAtTheEnd() {
        boolean gone = entryIsGone || awaited != null;
        entryIsGone = false;
        atTail = false;
        return gone;
    }
}
