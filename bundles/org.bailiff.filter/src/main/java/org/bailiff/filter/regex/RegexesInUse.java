// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.regex;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The regexes that somebody uses, by their text; what nobody uses any more is forgotten. Thread-safe. */
final class RegexesInUse {
    private static final int FEWEST = 256;

    private final Map<String, WeakReference<Regex>> known = new ConcurrentHashMap<>();
    /** At this size it is worth looking for what nobody uses. Two who look at once do no harm. */
    private volatile int full = FEWEST;

    Optional<Regex> find(String text) {
        WeakReference<Regex> reference = known.get(text);
        return Optional.ofNullable(reference == null ? null : reference.get());
    }

    void add(String text, Regex regex) {
        known.put(text, new WeakReference<>(regex));
        if (known.size() > full) {
            known.values().removeIf(reference -> reference.get() == null);
            full = Math.max(FEWEST, 2 * known.size());
        }
    }

    int size() {
        return known.size();
    }
}
