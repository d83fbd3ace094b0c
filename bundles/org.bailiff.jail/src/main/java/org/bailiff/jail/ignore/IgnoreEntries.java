// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.ignore;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bailiff.text.Address;
import org.bailiff.text.Network;

/**
 * Addresses and networks that are never banned. A look-up costs as much as there are different lengths of prefixes,
 * however many entries there are. Immutable.
 */
final class IgnoreEntries implements IgnoreSource {
    static final IgnoreEntries NONE = new IgnoreEntries(List.of());

    private final Map<Network, IgnoreEntry> entries = new HashMap<>();
    /** The longest first: the entry that says most of an address is told of it. */
    private final int[] prefixLengths;

    /** Of several of the same network the one that lasts longest counts. */
    IgnoreEntries(Collection<IgnoreEntry> all) {
        for (IgnoreEntry entry : all) {
            entries.merge(entry.network(), entry, IgnoreEntries::longer);
        }
        prefixLengths = entries.keySet().stream()
                .map(Network::prefixLength)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .mapToInt(length -> length)
                .toArray();
    }

    private static IgnoreEntry longer(IgnoreEntry one, IgnoreEntry other) {
        return one.until().isEmpty()
                        || other.until().isPresent()
                                && one.holdsAt(other.until().get())
                ? one
                : other;
    }

    @Override
    public Optional<String> reason(Address address, Instant when) {
        // Without streams, and without anything where there is nothing: it is asked for every failure.
        for (int length : prefixLengths) {
            if (length <= address.bitLength()) {
                IgnoreEntry entry = entries.get(Network.around(address, length));
                if (entry != null && entry.holdsAt(when)) {
                    return Optional.of(entry.reason());
                }
            }
        }
        return Optional.empty();
    }

    private Stream<IgnoreEntry> covering(Address address) {
        return Arrays.stream(prefixLengths)
                .filter(length -> length <= address.bitLength())
                .boxed()
                .flatMap(length -> Stream.ofNullable(entries.get(Network.around(address, length))));
    }

    @Override
    public Optional<String> within(Network network, Instant when) {
        Predicate<IgnoreEntry> inside =
                entry -> network.contains(entry.network().base());
        return Stream.concat(covering(network.base()), entries.values().stream().filter(inside))
                .filter(entry -> entry.holdsAt(when))
                .min(Comparator.comparing(IgnoreEntry::network))
                .map(IgnoreEntry::reason);
    }
}
