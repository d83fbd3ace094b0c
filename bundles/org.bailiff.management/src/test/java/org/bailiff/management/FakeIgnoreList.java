// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.Caller;
import org.bailiff.api.jail.IgnoreList;
import org.bailiff.text.Network;

/** An ignore list in memory. */
final class FakeIgnoreList implements IgnoreList {
    final List<Entry> entries = new ArrayList<>();

    @Override
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    @Override
    public void add(Network target, String comment, Optional<Instant> until, Caller caller) {
        entries.add(new Entry(target, comment, FakeJail.NOW, until, caller.principal()));
    }

    @Override
    public boolean remove(Network target, Caller caller) {
        return entries.removeIf(entry -> entry.target().equals(target));
    }
}
