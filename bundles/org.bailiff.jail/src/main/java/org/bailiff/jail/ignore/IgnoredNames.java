// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.ignore;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.bailiff.text.Address;
import org.bailiff.text.HostEntry;
import org.bailiff.text.Network;

/**
 * Names whose addresses are never banned, as far as they are known at the moment: before its first answer a name keeps
 * nobody from being banned. So what follows from names is not exact. Immutable but for what the book knows.
 */
final class IgnoredNames implements IgnoreSource {
    private final List<Named> names;
    private final NameBook book;
    private final InstantSource clock;

    /**
     * An entry that is a name.
     *
     * @param entry with the name, and when it expires
     * @param source where that stands, as people write it
     */
    record Named(HostEntry entry, String source) {
        String name() {
            return entry.host().toString();
        }
    }

    IgnoredNames(List<Named> names, NameBook book, InstantSource clock) {
        this.names = List.copyOf(names);
        this.book = book;
        this.clock = clock;
    }

    @Override
    public Optional<String> reason(Address address, Instant when) {
        return first(address::equals, when);
    }

    @Override
    public Optional<String> within(Network network, Instant when) {
        return first(network::contains, when);
    }

    private Optional<String> first(Predicate<Address> wanted, Instant when) {
        for (Named named : names) {
            if (named.entry().holdsAt(when)) {
                Optional<Address> found =
                        book.known(named.name()).stream().filter(wanted).findFirst();
                if (found.isPresent()) {
                    return Optional.of(named.source() + " " + named.entry() + " (" + found.get() + ")");
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public void refresh() {
        Instant now = clock.instant();
        for (Named named : names) {
            if (named.entry().holdsAt(now)) {
                book.known(named.name());
            }
        }
    }
}
