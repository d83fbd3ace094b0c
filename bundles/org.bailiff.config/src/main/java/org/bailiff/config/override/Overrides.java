// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config.override;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The overrides in force, one for a jail and key, by jail and key.
 *
 * @param entries in that order
 */
public record Overrides(List<OverrideEntry> entries) {
    // Before NONE, whose construction needs it.
    private static final Comparator<OverrideEntry> ORDER =
            Comparator.comparing(OverrideEntry::jail).thenComparing(OverrideEntry::key);

    public static final Overrides NONE = new Overrides(List.of());

    public Overrides {
        entries = entries.stream().sorted(ORDER).toList();
    }

    /** These, with one more or another. */
    public Overrides with(OverrideEntry entry) {
        List<OverrideEntry> changed = new ArrayList<>(without(entry.jail(), entry.key()).entries);
        changed.add(entry);
        return new Overrides(changed);
    }

    /** These, without the one of this jail and key. */
    public Overrides without(String jail, String key) {
        return new Overrides(entries.stream()
                .filter(entry -> !entry.jail().equals(jail) || !entry.key().equals(key))
                .toList());
    }

    public Optional<OverrideEntry> find(String jail, String key) {
        return entries.stream()
                .filter(entry -> entry.jail().equals(jail) && entry.key().equals(key))
                .findFirst();
    }
}
