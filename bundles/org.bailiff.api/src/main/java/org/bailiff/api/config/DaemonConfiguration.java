// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.config;

import java.util.HashMap;
import java.util.Map;

/**
 * What {@code bailiff.conf} says of an area of the daemon reaches the bundle that the area belongs to as a configuration
 * with the PID {@link #PID_PREFIX} and the area's name: each key without the area is a property, its value a text, and
 * {@code origin.KEY} says where it stands. An area of which the file says nothing has no configuration.
 *
 * <p>At the start a bundle that cannot do what its area says ends the process with {@link
 * org.bailiff.api.command.ExitCode#CONFIGURATION}; see {@link DaemonCheck} for a reload.
 */
public final class DaemonConfiguration {
    /** What the PIDs begin with. */
    public static final String PID_PREFIX = "org.bailiff.daemon.";
    /** Remote JMX: the keys {@code jmx.*}. */
    public static final String JMX = PID_PREFIX + "jmx";
    /** Metrics for scrapers: the keys {@code metrics.*}. */
    public static final String METRICS = PID_PREFIX + "metrics";
    /** The log of decisions: the keys {@code decisions.*}. */
    public static final String DECISIONS = PID_PREFIX + "decisions";

    private DaemonConfiguration() {}

    /**
     * What the file says, of a component's properties.
     *
     * @return by key, without the area; the properties that have an origin, as the others are the framework's
     */
    public static Map<String, Setting> settings(Map<String, ?> properties) {
        Map<String, Setting> settings = new HashMap<>();
        properties.forEach((key, value) -> {
            Object origin = properties.get(JailConfiguration.ORIGIN_PREFIX + key);
            if (origin != null) {
                settings.put(key, new Setting(key, String.valueOf(value), String.valueOf(origin)));
            }
        });
        return settings;
    }
}
