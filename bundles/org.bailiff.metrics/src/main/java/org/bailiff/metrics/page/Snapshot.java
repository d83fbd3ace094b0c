// SPDX-License-Identifier: Apache-2.0
package org.bailiff.metrics.page;

import java.util.List;
import java.util.Optional;
import org.bailiff.api.config.Settings;
import org.bailiff.api.filter.FilterStatus;
import org.bailiff.api.jail.DaemonStatus;
import org.bailiff.api.jail.JailStatus;
import org.bailiff.api.store.StoreStatus;

/**
 * What everything said of itself, asked once for a page: all of it from memory.
 *
 * @param daemon as a whole
 * @param jails each, ordered by name
 * @param store empty while there is none
 * @param configuration empty while there is none
 * @param filters what is in force under each name; empty if nobody knows
 */
public record Snapshot(
        DaemonStatus daemon,
        List<JailStatus> jails,
        Optional<StoreStatus> store,
        Optional<Configuration> configuration,
        List<FilterStatus> filters) {

    public Snapshot {
        jails = List.copyOf(jails);
        filters = List.copyOf(filters);
    }

    /**
     * What is told of the configuration.
     *
     * @param revision counts those that were in force
     * @param losses how much of it is lost or cannot be kept
     */
    public record Configuration(long revision, int losses) {
        /** What the settings say. */
        public static Configuration of(Settings settings) {
            return new Configuration(settings.revision(), settings.losses().size());
        }
    }
}
