// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.bailiff.text.Network;

/**
 * In what the bans of a jail differ between two configurations.
 *
 * @param added bans that only the second makes, by target and beginning
 * @param gone bans that only the first makes
 * @param changed bans that both make, with another end
 * @param targets whom they ban more or less often, ordered
 */
public record Difference(List<DecidedBan> added, List<DecidedBan> gone, List<Changed> changed, List<Target> targets) {

    /** A ban that ends at another time. */
    public record Changed(DecidedBan before, DecidedBan after) {}

    /**
     * Whom one bans more often than the other.
     *
     * @param before how often the first does
     * @param after how often the second does
     */
    public record Target(Network target, int before, int after) {
        boolean isNew() {
            return before == 0;
        }

        boolean isSpared() {
            return after == 0;
        }
    }

    private record Key(Network target, Instant since) {}

    /**
     * Between two results for one jail.
     *
     * @param before empty if the first configuration has no such jail, or it cannot work; so is {@code after}
     */
    public static Difference between(Optional<JailResult> before, Optional<JailResult> after) {
        Map<Key, DecidedBan> old = byKey(before);
        Map<Key, DecidedBan> present = byKey(after);
        List<DecidedBan> added = new ArrayList<>();
        List<Changed> changed = new ArrayList<>();
        present.forEach((key, ban) -> {
            DecidedBan former = old.get(key);
            if (former == null) {
                added.add(ban);
            } else if (!former.until().equals(ban.until())) {
                changed.add(new Changed(former, ban));
            }
        });
        List<DecidedBan> gone = old.entrySet().stream()
                .filter(entry -> !present.containsKey(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        return new Difference(added, gone, changed, targets(before, after));
    }

    private static Map<Key, DecidedBan> byKey(Optional<JailResult> result) {
        Map<Key, DecidedBan> byKey = new LinkedHashMap<>();
        result.ifPresent(known -> known.bans().forEach(ban -> byKey.put(new Key(ban.target(), ban.since()), ban)));
        return byKey;
    }

    private static List<Target> targets(Optional<JailResult> before, Optional<JailResult> after) {
        Map<Network, Integer> old = before.map(JailResult::bansByTarget).orElse(Map.of());
        Map<Network, Integer> present = after.map(JailResult::bansByTarget).orElse(Map.of());
        TreeSet<Network> all = new TreeSet<>(old.keySet());
        all.addAll(present.keySet());
        return all.stream()
                .map(target -> new Target(target, old.getOrDefault(target, 0), present.getOrDefault(target, 0)))
                .filter(target -> target.before() != target.after())
                .toList();
    }

    public boolean isNone() {
        return added.isEmpty() && gone.isEmpty() && changed.isEmpty();
    }
}
