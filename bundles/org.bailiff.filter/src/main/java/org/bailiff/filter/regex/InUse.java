// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.regex;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What is made from something, as long as somebody uses it: a thousand jails with one filter have its parts once. What nobody
 * uses any more is forgotten. Thread-safe.
 *
 * @param <K> from what it is made
 * @param <V> what is made
 */
public final class InUse<K, V> {
    private static final int FEWEST = 256;

    private final Map<K, WeakReference<V>> known = new ConcurrentHashMap<>();
    /** At this size it is worth looking for what nobody uses. Two who look at once do no harm. */
    private volatile int full = FEWEST;

    /** What is in use, or else is made now. */
    public V get(K key, Function<K, V> make) {
        return find(key).orElseGet(() -> {
            V made = make.apply(key);
            return add(key, made);
        });
    }

    public Optional<V> find(K key) {
        WeakReference<V> reference = known.get(key);
        return Optional.ofNullable(reference == null ? null : reference.get());
    }

    /** What is in use by now: this, or what another has added in the meantime. */
    public V add(K key, V value) {
        WeakReference<V> added = new WeakReference<>(value);
        WeakReference<V> present = known.merge(key, added, (before, ours) -> before.get() == null ? ours : before);
        if (known.size() > full) {
            known.values().removeIf(reference -> reference.get() == null);
            full = Math.max(FEWEST, 2 * known.size());
        }
        V other = present.get();
        return other == null ? value : other;
    }

    int size() {
        return known.size();
    }
}
