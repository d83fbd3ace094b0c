// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
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
    private volatile Known known = new Known(Instant.EPOCH, Set.of());

    private record Known(Instant asked, Set<Address> addresses) {}

    HostAddresses(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Set<Address> all() {
        Instant now = clock.instant();
        Known current = known;
        // A clock that was set back makes what is known look as if it came from the future: ask again then, too.
        if (now.isBefore(current.asked()) || now.isAfter(current.asked().plus(VALID))) {
            current = new Known(now, ask(current.addresses()));
            known = current;
        }
        return current.addresses();
    }

    private static Set<Address> ask(Set<Address> before) {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .map(HostAddresses::plain)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (SocketException failed) {
            LOG.warn("Cannot list this host's addresses, those known before are used: {}", failed.toString());
            return before;
        }
    }

    private static Address plain(InetAddress address) {
        return Address.of(address);
    }
}
