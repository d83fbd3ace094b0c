// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.text.SafeText;

/** Says in words what differs between two configurations. */
final class Changes {
    private static final int SHOWN = 80;

    private Changes() {}

    /** One line a jail that is new, gone or changed, in the order of their names. */
    static List<String> between(Map<String, JailConfiguration> before, Map<String, JailConfiguration> after) {
        SortedSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        List<String> changes = new ArrayList<>();
        for (String name : names) {
            if (!before.containsKey(name)) {
                changes.add(name + ": new");
            } else if (!after.containsKey(name)) {
                changes.add(name + ": gone");
            } else {
                String keys = keys(before.get(name), after.get(name));
                if (!keys.isEmpty()) {
                    changes.add(name + ": " + keys);
                }
            }
        }
        return changes;
    }

    private static String keys(JailConfiguration before, JailConfiguration after) {
        SortedSet<String> keys = new TreeSet<>(before.settings().keySet());
        keys.addAll(after.settings().keySet());
        return keys.stream()
                .filter(key -> !before.value(key).equals(after.value(key)))
                .map(key -> key + " " + shown(before, key) + " -> " + shown(after, key))
                .collect(Collectors.joining(", "));
    }

    private static String shown(JailConfiguration jail, String key) {
        return jail.value(key)
                .map(value -> value.isEmpty() ? "''" : SafeText.of(value, SHOWN))
                .orElse("(unset)");
    }
}
