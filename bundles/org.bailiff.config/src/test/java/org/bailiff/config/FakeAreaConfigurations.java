// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bailiff.api.config.Setting;

/** Remembers what it was given. */
final class FakeAreaConfigurations implements AreaConfigurations {
    final SortedMap<String, Map<String, Setting>> areas = new TreeMap<>();
    int puts;
    boolean failing;

    @Override
    public Set<String> names() {
        return new TreeSet<>(areas.keySet());
    }

    @Override
    public void put(String area, Map<String, Setting> settings) throws IOException {
        if (failing) {
            throw new IOException("no space left");
        }
        puts++;
        areas.put(area, Map.copyOf(settings));
    }

    @Override
    public void remove(String area) {
        areas.remove(area);
    }
}
