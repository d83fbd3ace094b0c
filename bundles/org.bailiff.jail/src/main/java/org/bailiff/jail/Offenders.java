// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bailiff.jail.decision.PastBans;
import org.bailiff.text.Network;

/**
 * How often somebody was banned by all jails together: kept as long as one jail asks for it ({@code bantime.overalljails}).
 * Bounded; beyond the bound, others' bans of new targets are not known. Thread-safe.
 */
final class Offenders implements PastBans {
    private static final int MOST = 200_000;

    private final Map<Network, Map<String, Integer>> counts = new ConcurrentHashMap<>();
    private volatile boolean wanted;

    /** From now on jails are to tell of their bans. */
    void want() {
        wanted = true;
    }

    boolean isWanted() {
        return wanted;
    }

    @Override
    public void banned(String jail, Network target, int count) {
        if (wanted && (counts.size() < MOST || counts.containsKey(target))) {
            counts.computeIfAbsent(target, fresh -> new ConcurrentHashMap<>(2)).put(jail, count);
        }
    }

    @Override
    public int elsewhere(String jail, Network target) {
        return counts.getOrDefault(target, Map.of()).entrySet().stream()
                .filter(count -> !count.getKey().equals(jail))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
