// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.overview;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongBinaryOperator;

/**
 * One total of what several count, which never shrinks: neither when one of them goes, nor when one begins at 0 again. A
 * scraper would take that for a restart, and the rest for new. Used by one thread.
 */
final class Growth {
    private final LongBinaryOperator together;
    private final Map<String, Long> last = new HashMap<>();
    private long total;

    private Growth(LongBinaryOperator together) {
        this.together = together;
    }

    /** Each counts something else. */
    static Growth ofAll() {
        return new Growth(Long::sum);
    }

    /** All count the same, as far as they have come. */
    static Growth ofFurthest() {
        return new Growth(Math::max);
    }

    /** The total, with what each has counted by now. */
    long look(Map<String, Long> counts) {
        long grown = 0;
        for (Map.Entry<String, Long> count : counts.entrySet()) {
            long before = last.getOrDefault(count.getKey(), 0L);
            long now = count.getValue();
            grown = together.applyAsLong(grown, now >= before ? now - before : now);
        }
        last.putAll(counts);
        total += grown;
        return total;
    }
}
