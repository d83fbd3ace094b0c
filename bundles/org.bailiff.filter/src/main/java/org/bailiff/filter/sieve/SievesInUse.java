// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.sieve;

import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The sieves that somebody uses, by what they look for: thousands of logs that the same filter reads have one. What nobody
 * uses any more is forgotten. Thread-safe.
 */
final class SievesInUse {
    private static final int FEWEST = 64;

    private final Map<List<Need>, WeakReference<LiteralSieve>> known = new HashMap<>();
    /** At this size it is worth looking for what nobody uses. */
    private int full = FEWEST;

    synchronized LiteralSieve get(List<Need> needs, Function<List<Need>, LiteralSieve> make) {
        WeakReference<LiteralSieve> reference = known.get(needs);
        LiteralSieve found = reference == null ? null : reference.get();
        if (found == null) {
            found = make.apply(needs);
            known.put(needs, new WeakReference<>(found));
            forgetUnused();
        }
        return found;
    }

    private void forgetUnused() {
        if (known.size() > full) {
            known.values().removeIf(reference -> reference.get() == null);
            full = Math.max(FEWEST, 2 * known.size());
        }
    }

    synchronized int size() {
        return known.size();
    }
}
