// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.util.ArrayList;
import java.util.List;

/** The stamps of an entry, in a ring as the kernel keeps them: once it is full, a new one takes the oldest one's place. */
final class FakeStamps {
    private final int most;
    private final List<Long> ring = new ArrayList<>();
    private int next;

    /**
     * @param most {@code ip_pkt_list_tot}
     */
    FakeStamps(int most) {
        this.most = most;
    }

    void add(long stamp) {
        next %= most;
        if (next == ring.size()) {
            ring.add(stamp);
        } else {
            ring.set(next, stamp);
        }
        next++;
    }

    long newest() {
        return ring.get(next - 1);
    }

    /** As a line shows them, behind the word {@code last_seen}. */
    @Override
    public String toString() {
        return newest() + " oldest_pkt: " + next + " "
                + String.join(", ", ring.stream().map(Long::toUnsignedString).toList());
    }
}
