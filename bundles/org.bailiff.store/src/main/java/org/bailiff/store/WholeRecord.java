// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bailiff.api.Ban;
import org.bailiff.api.store.BanHistory;
import org.bailiff.api.store.FailureMark;
import org.bailiff.api.store.JailRecord;

/**
 * Cuts a record that says all of a jail into small ones that, one after the other, say the same: so a flipped byte costs
 * one ban and not all of them.
 */
final class WholeRecord {
    private static final int SHARE = 64;

    private WholeRecord() {}

    /** The pieces, in the order in which a record is applied; at least one. */
    static List<JailRecord> pieces(JailRecord whole) {
        List<JailRecord> pieces = new ArrayList<>();
        pieces.add(new JailRecord(
                whole.positions(),
                whole.sessions(),
                whole.beginnings(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                whole.totals()));
        cut(whole.cleared(), SHARE, share -> piece(whole, List.of(), share, List.of(), List.of()), pieces);
        cut(whole.failures(), SHARE, share -> piece(whole, share, List.of(), List.of(), List.of()), pieces);
        cut(whole.ended(), SHARE, share -> piece(whole, List.of(), List.of(), List.of(), share), pieces);
        cut(whole.banned(), 1, share -> piece(whole, List.of(), List.of(), share, List.of()), pieces);
        return pieces;
    }

    private static JailRecord piece(
            JailRecord whole,
            List<FailureMark> failures,
            List<String> cleared,
            List<Ban> banned,
            List<BanHistory> ended) {
        return new JailRecord(Map.of(), Map.of(), Map.of(), failures, cleared, banned, ended, whole.totals());
    }

    private static <T> void cut(List<T> list, int share, Function<List<T>, JailRecord> piece, List<JailRecord> pieces) {
        for (int from = 0; from < list.size(); from += share) {
            pieces.add(piece.apply(list.subList(from, Math.min(from + share, list.size()))));
        }
    }
}
