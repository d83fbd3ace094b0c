// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.ignore;

import java.time.Instant;
import java.util.Optional;
import org.bailiff.text.Address;
import org.bailiff.text.Network;

/**
 * The host itself: loopback, unspecified and its own addresses, if asked; and always those that no host can have, which
 * would keep out nobody who sent anything.
 */
final class OwnHost implements IgnoreSource {
    private static final Network MULTICAST = Network.parse("224.0.0.0/4");
    private static final Network MULTICAST_IPV6 = Network.parse("ff00::/8");
    private static final Address BROADCAST = Address.parse("255.255.255.255");

    private final boolean self;
    private final OwnAddresses own;

    OwnHost(boolean self, OwnAddresses own) {
        this.self = self;
        this.own = own;
    }

    @Override
    public Optional<String> reason(Address address, Instant when) {
        if (MULTICAST.contains(address) || MULTICAST_IPV6.contains(address)) {
            return Optional.of("multicast: no host has this address");
        }
        if (address.equals(BROADCAST) || own.broadcasts().contains(address)) {
            return Optional.of("broadcast: no host has this address");
        }
        return self ? ownReason(address) : Optional.empty();
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

    /** A network may hold an address that is broadcast to; what matters is that no host in it is kept out wrongly. */
    @Override
    public Optional<String> within(Network network, Instant when) {
        if (MULTICAST.contains(network.base()) || MULTICAST_IPV6.contains(network.base())) {
            return Optional.of("multicast: no host has these addresses");
        }
        if (!self) {
            return Optional.empty();
        }
        return ownReason(network.base()).or(() -> own.all().stream()
                .filter(network::contains)
                .findFirst()
                .map(address -> "ignoreself: " + address));
    }
}
