// SPDX-License-Identifier: Apache-2.0
package org.bailiff.decisions;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.bailiff.api.config.Settings;

/** Tells once that another configuration is in force. Used by one thread. */
final class Reloads implements Supplier<Optional<Decision>> {
    private final Supplier<Optional<Settings>> settings;
    private final InstantSource clock;
    private long known;

    Reloads(Supplier<Optional<Settings>> settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Optional<Decision> get() {
        Optional<Settings> present = settings.get();
        long revision = present.map(Settings::revision).orElse(known);
        // The first is that of the start, which is no reload.
        boolean changed = known > 0 && revision != known;
        known = revision;
        return changed
                ? present.map(now -> new Decision.Reloaded(clock.instant(), revision, now.lastReloadResult()))
                : Optional.empty();
    }
}
