// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bailiff.api.config.Setting;

/**
 * What {@code bailiff.conf} says.
 *
 * @param values by key; only keys that there are
 */
record DaemonSettings(SortedMap<DaemonKey, Setting> values) {
    static final DaemonSettings NOTHING = new DaemonSettings(new TreeMap<>());

    DaemonSettings {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** The areas of which something is said, each with its keys as it knows them. */
    SortedMap<String, Map<String, Setting>> areas() {
        SortedMap<String, Map<String, Setting>> areas = new TreeMap<>();
        values.forEach(
                (key, setting) -> key.area().ifPresent(area -> areas.computeIfAbsent(area, first -> new TreeMap<>())
                        .put(key.withinArea(), new Setting(key.withinArea(), setting.value(), setting.origin()))));
        return areas;
    }

    /** What is said of one area. */
    Map<String, Setting> area(String name) {
        return areas().getOrDefault(name, Map.of());
    }
}
