// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bailiff.api.config.JailConfiguration;

/** Remembers what it was given, and in which order. */
final class FakeJailConfigurations implements JailConfigurations {
    final SortedMap<String, JailConfiguration> jails = new TreeMap<>();
    final List<String> calls = new ArrayList<>();
    String failing = "";

    @Override
    public Set<String> names() {
        return new TreeSet<>(jails.keySet());
    }

    @Override
    public void put(JailConfiguration jail) throws IOException {
        if (jail.name().equals(failing)) {
            throw new IOException("no space left");
        }
        calls.add("put " + jail.name());
        jails.put(jail.name(), jail);
    }

    @Override
    public void remove(String name) {
        calls.add("remove " + name);
        jails.remove(name);
    }

    String value(String jail, String key) {
        return jails.get(jail).value(key).orElse("(unset)");
    }
}
