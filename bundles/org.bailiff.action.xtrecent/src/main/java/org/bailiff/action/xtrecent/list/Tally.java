// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.util.HashMap;
import java.util.Map;

/** How many entries each holder wants, and how many of those are not in the list. Guarded by the list's lock. */
final class Tally {
    private final Map<Holder, int[]> counts = new HashMap<>();

    private static final int HELD = 0;
    private static final int PENDING = 1;

    void held(Holder holder, Entry entry, int change) {
        int[] count = counts.computeIfAbsent(holder, first -> new int[2]);
        count[HELD] += change;
        count[PENDING] += entry.isPending() ? change : 0;
        if (count[HELD] == 0) {
            counts.remove(holder);
        }
    }

    void pending(Entry entry, int change) {
        entry.holders().forEach(holder -> counts.get(holder)[PENDING] += change);
    }

    int held(Holder holder) {
        return counts.getOrDefault(holder, new int[2])[HELD];
    }

    int pending(Holder holder) {
        return counts.getOrDefault(holder, new int[2])[PENDING];
    }
}
