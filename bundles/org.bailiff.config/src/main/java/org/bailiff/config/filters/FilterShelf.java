// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config.filters;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bailiff.api.filter.FilterDefinition;

/**
 * The definitions that are on offer. Used by one thread at a time.
 */
public final class FilterShelf {
    private final Registry registry;
    private final Map<String, FolderDefinition> definitions = new HashMap<>();
    private final Map<String, Runnable> withdrawals = new HashMap<>();

    public FilterShelf(Registry registry) {
        this.registry = registry;
    }

    /** Where definitions are offered. */
    @FunctionalInterface
    public interface Registry {
        /** Offers a definition; running what it answers withdraws it. */
        Runnable offer(FilterDefinition definition);
    }

    /**
     * Offers these instead of those that were. A changed one is offered before the old one is withdrawn, so that no jail
     * is without a filter, or takes one of lower rank, for a moment.
     */
    void offer(SortedMap<String, FolderDefinition> wanted) {
        wanted.forEach((name, definition) -> {
            if (!definition.equals(definitions.get(name))) {
                Runnable before = withdrawals.put(name, registry.offer(definition));
                definitions.put(name, definition);
                if (before != null) {
                    before.run();
                }
            }
        });
        definitions.keySet().retainAll(wanted.keySet());
        withdrawals.entrySet().removeIf(withdrawal -> {
            boolean gone = !wanted.containsKey(withdrawal.getKey());
            if (gone) {
                withdrawal.getValue().run();
            }
            return gone;
        });
    }

    /** Withdraws all. */
    public void clear() {
        offer(new TreeMap<>());
    }
}
