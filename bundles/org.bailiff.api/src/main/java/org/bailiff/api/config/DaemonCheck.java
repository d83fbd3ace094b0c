// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.config;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Examines an area of {@code bailiff.conf} before it is in force. Registered as a service by the bundle that the area
 * belongs to; a reload and {@code bailiff check} ask all of them. Thread-safe, changes nothing.
 */
@ConsumerType
public interface DaemonCheck {

    /** The area, e.g. {@code jmx}. */
    String area();

    /**
     * What is wrong; an error refuses the whole reload.
     *
     * @param settings by key, without the area; empty if the file says nothing of it
     */
    List<Problem> check(Map<String, Setting> settings);

    /**
     * What does not work now of what is in force, although nothing was wrong with it when it was examined: a port that
     * another program has, a folder that is gone. From memory, at once.
     */
    default List<Problem> troubles() {
        return List.of();
    }

    /**
     * Whether the area is worked by these settings, and it is known whether they work: a configuration reaches those it is
     * for a moment after it is in force. From memory, at once.
     *
     * @param settings by key, without the area; empty if the file says nothing of it
     */
    default boolean isSettled(Map<String, Setting> settings) {
        return true;
    }
}
