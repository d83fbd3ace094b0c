// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.ignore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bailiff.text.Address;
import org.bailiff.text.Network;

/**
 * Addresses and networks that are never banned, and, if asked, the host itself: loopback, unspecified and its own
 * addresses. Immutable.
 */
public final class IgnoreList {
    private final Set<Network> singles = new HashSet<>();
    private final List<Network> networks = new ArrayList<>();
    private final boolean self;
    private final OwnAddresses own;

    /**
     * @param entries addresses and networks
     * @param self whether the host itself is ignored
     * @param own the host's addresses
     */
    public IgnoreList(List<Network> entries, boolean self, OwnAddresses own) {
        entries.forEach(entry -> (entry.isSingle() ? singles : networks).add(entry));
        this.self = self;
        this.own = own;
    }

    /**
     * The reason, as people wrote it, why the address is not banned for what it did at this moment; empty if it may be.
     */
    public Optional<String> reason(Address address, Instant when) {
        if (singles.contains(Network.single(address))) {
            return Optional.of("ignoreip " + address);
        }
        for (Network network : networks) {
            if (network.contains(address)) {
                return Optional.of("ignoreip " + network);
            }
        }
        return self ? ownReason(address) : Optional.empty();
    }

    /**
     * An entry, or an address of the host's own, that a network's ban at this moment would keep out too; empty if there is
     * none.
     */
    public Optional<String> within(Network network, Instant when) {
        Optional<Network> entry = Stream.concat(singles.stream(), networks.stream())
                .filter(candidate -> candidate.contains(network.base()) || network.contains(candidate.base()))
                .min(Comparator.naturalOrder());
        if (entry.isPresent()) {
            return Optional.of("ignoreip " + entry.get());
        }
        Optional<String> reason = self ? ownReason(network.base()) : Optional.empty();
        Optional<Address> ours = own.all().stream().filter(network::contains).findFirst();
        return reason.or(() -> ours.filter(address -> self).map(address -> "ignoreself: " + address));
    }

    private Optional<String> ownReason(Address address) {
        if (address.isLoopback()) {
            return Optional.of("ignoreself: loopback");
        }
        if (address.isUnspecified()) {
            return Optional.of("ignoreself: no host has this address");
        }
        return own.all().contains(address) ? Optional.of("ignoreself: this host's own address") : Optional.empty();
    }
}
