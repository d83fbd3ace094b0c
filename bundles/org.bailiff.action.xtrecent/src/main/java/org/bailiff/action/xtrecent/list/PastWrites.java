// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * When an entry was written, as far back as the kernel keeps stamps: where a rule updates the list itself, that tells our
 * stamps from those of packets. Immutable.
 */
final class PastWrites {
    /** Not kept, because nobody needs them. */
    static final PastWrites UNKNOWN = new PastWrites(List.of());
    /** None yet. */
    static final PastWrites NONE = new PastWrites(List.of());

    /** The kernel's default; with a smaller number there, the older ones of ours match nothing. */
    private static final int MOST = 32;
    /** Two jiffies where they are longest, and what the write itself takes. */
    private static final Duration GRAIN = Duration.ofMillis(25);

    private final List<Instant> times;

    private PastWrites(List<Instant> times) {
        this.times = times;
    }

    PastWrites with(Instant time) {
        if (this == UNKNOWN) {
            return this;
        }
        List<Instant> more = new ArrayList<>(times.subList(Math.max(0, times.size() - MOST + 1), times.size()));
        more.add(time);
        return new PastWrites(List.copyOf(more));
    }

    /** Whether a stamp of this moment is of one of them. */
    boolean include(Instant moment) {
        return times.stream()
                .anyMatch(time -> Duration.between(time, moment).abs().compareTo(GRAIN) <= 0);
    }
}
