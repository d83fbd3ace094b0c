// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.bailiff.api.Ban;
import org.bailiff.api.store.BanHistory;
import org.bailiff.api.store.ClockMark;
import org.bailiff.api.store.FailureMark;
import org.bailiff.api.store.JailRecord;

/**
 * All of a jail as small records that are made one by one: so a flipped byte costs one ban and not all of them, and a
 * million addresses need not be in memory twice.
 */
final class WholeState {
    private static final int SHARE = 64;

    private final JailRecord.Totals totals;
    private final List<Iterator<JailRecord>> parts = new ArrayList<>();

    WholeState(JailRecord.Totals totals) {
        this.totals = totals;
    }

    WholeState places(
            Map<String, String> positions,
            Map<String, String> sessions,
            Map<String, Instant> beginnings,
            Optional<ClockMark> clock) {
        JailRecord record = new JailRecord(
                positions, sessions, beginnings, List.of(), List.of(), List.of(), List.of(), totals, clock);
        parts.add(List.of(record).iterator());
        return this;
    }

    WholeState failures(Iterator<FailureMark> marks) {
        return part(marks, SHARE, share -> record(share, List.of(), List.of()));
    }

    WholeState ended(Iterator<BanHistory> ended) {
        return part(ended, SHARE, share -> record(List.of(), List.of(), share));
    }

    WholeState banned(Iterator<Ban> bans) {
        return part(bans, 1, share -> record(List.of(), share, List.of()));
    }

    private JailRecord record(List<FailureMark> failures, List<Ban> banned, List<BanHistory> ended) {
        return new JailRecord(Map.of(), Map.of(), Map.of(), failures, List.of(), banned, ended, totals);
    }

    private <T> WholeState part(Iterator<T> elements, int share, Function<List<T>, JailRecord> record) {
        parts.add(new Shares<>(elements, share, record));
        return this;
    }

    /** In the order in which they are applied; to be gone through once. */
    Iterator<JailRecord> records() {
        Iterator<Iterator<JailRecord>> all = parts.iterator();
        return new Iterator<>() {
            private Iterator<JailRecord> part = all.next();

            @Override
            public boolean hasNext() {
                while (!part.hasNext() && all.hasNext()) {
                    part = all.next();
                }
                return part.hasNext();
            }

            @Override
            public JailRecord next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return part.next();
            }
        };
    }

    /** Elements, so many a record. */
    private record Shares<T>(Iterator<T> elements, int share, Function<List<T>, JailRecord> record)
            implements Iterator<JailRecord> {
        @Override
        public boolean hasNext() {
            return elements.hasNext();
        }

        @Override
        public JailRecord next() {
            List<T> taken = new ArrayList<>(share);
            while (taken.size() < share && elements.hasNext()) {
                taken.add(elements.next());
            }
            return record.apply(taken);
        }
    }
}
