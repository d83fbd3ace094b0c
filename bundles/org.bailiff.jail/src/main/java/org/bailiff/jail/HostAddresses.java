// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bailiff.jail.ignore.OwnAddresses;
import org.bailiff.text.Address;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The addresses of the host's interfaces, asked anew after a while, because interfaces come and go. Thread-safe. */
final class HostAddresses implements OwnAddresses {
    private static final Logger LOG = LoggerFactory.getLogger(HostAddresses.class);
    private static final Duration VALID = Duration.ofSeconds(10);

    private final InstantSource clock;
    private volatile Known known = new Known(0, Set.of(), Set.of());

    /** What is known since that many milliseconds after 1970. */
    private record Known(long asked, Set<Address> addresses, Set<Address> broadcasts) {}

    HostAddresses(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Set<Address> all() {
        return current().addresses();
    }

    @Override
    public Set<Address> broadcasts() {
        return current().broadcasts();
    }

    private Known current() {
        long now = clock.millis();
        Known current = known;
        // A clock that was set back makes what is known look as if it came from the future: ask again then, too.
        if (now < current.asked() || now > current.asked() + VALID.toMillis()) {
            current = ask(now, current);
            known = current;
        }
        return current;
    }

    private static Known ask(long now, Known before) {
        try {
            List<InterfaceAddress> all = NetworkInterface.networkInterfaces()
                    .flatMap(each -> each.getInterfaceAddresses().stream())
                    .toList();
            Set<Address> own = addresses(all, InterfaceAddress::getAddress);
            // A network of one address is told as one that broadcasts to it.
            Set<Address> broadcasts = addresses(all, InterfaceAddress::getBroadcast).stream()
                    .filter(address -> !own.contains(address))
                    .collect(Collectors.toUnmodifiableSet());
            return new Known(now, own, broadcasts);
        } catch (SocketException failed) {
            LOG.warn("Cannot list this host's addresses, those known before are used: {}", failed.toString());
            return new Known(now, before.addresses(), before.broadcasts());
        }
    }

    private static Set<Address> addresses(List<InterfaceAddress> all, Function<InterfaceAddress, InetAddress> which) {
        return all.stream()
                .map(which)
                .filter(Objects::nonNull)
                .map(Address::of)
                .collect(Collectors.toUnmodifiableSet());
    }
}
