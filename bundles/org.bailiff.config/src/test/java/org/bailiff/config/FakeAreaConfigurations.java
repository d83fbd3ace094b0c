// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bailiff.api.config.Setting;

/** Remembers what it was given. */
final class FakeAreaConfigurations implements AreaConfigurations {
    final SortedMap<String, Map<String, Setting>> areas = new TreeMap<>();
    /** In which order; may be shared with what else is put somewhere. */
    final List<String> calls;

    boolean failing;

    FakeAreaConfigurations() {
        this(new ArrayList<>());
    }

    FakeAreaConfigurations(List<String> calls) {
        this.calls = calls;
    }

    @Override
    public Set<String> names() {
        return new TreeSet<>(areas.keySet());
    }

    @Override
    public void put(String area, Map<String, Setting> settings) throws IOException {
        if (failing) {
            throw new IOException("no space left");
        }
        calls.add("put area " + area);
        areas.put(area, Map.copyOf(settings));
    }

    @Override
    public void remove(String area) {
        areas.remove(area);
    }
}
