// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.fake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bailiff.api.Caller;
import org.bailiff.api.jail.IgnoreList;
import org.bailiff.text.Network;

/** Whom no jail bans, in memory. */
public final class FakeIgnoreList implements IgnoreList {
    private final Map<Network, Entry> entries = new TreeMap<>();

    @Override
    public List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    @Override
    public void add(Network target, String comment, Optional<Instant> until, Caller caller) {
        entries.put(target, new Entry(target, comment, FakeJail.NOW, until, caller.principal()));
    }

    @Override
    public boolean remove(Network target, Caller caller) {
        return entries.remove(target) != null;
    }
}
