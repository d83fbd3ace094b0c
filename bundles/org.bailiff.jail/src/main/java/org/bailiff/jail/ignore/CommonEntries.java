// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.ignore;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.config.Problem;
import org.bailiff.text.Address;
import org.bailiff.text.Network;

/**
 * Whom all jails ignore, beside what the list of each says: one snapshot, put in the place of the one before as a whole, so
 * that a thousand jails ask it without waiting. Thread-safe.
 */
public final class CommonEntries implements IgnoreSource {
    private volatile IgnoreEntries entries = IgnoreEntries.NONE;
    private volatile List<Problem> problems = List.of();

    CommonEntries() {}

    void show(List<IgnoreEntry> present) {
        entries = new IgnoreEntries(present);
    }

    void lost(List<Problem> found) {
        problems = List.copyOf(found);
    }

    /** What was lost of those that were kept; empty if nothing was. */
    public List<Problem> problems() {
        return problems;
    }

    @Override
    public Optional<String> reason(Address address, Instant when) {
        return entries.reason(address, when);
    }

    @Override
    public Optional<String> within(Network network, Instant when) {
        return entries.within(network, when);
    }
}
