// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.doctor;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bailiff.action.xtrecent.list.ListKind;
import org.bailiff.text.Address;

/** Chooses an address that nobody has: one for documentation (RFC 5737, RFC 3849). */
final class SpareAddress {
    private SpareAddress() {}

    /**
     * An address for a list of the kind; empty if all are taken.
     *
     * @param taken what must not be chosen
     */
    static Optional<Address> of(ListKind kind, Predicate<Address> taken) {
        // In a list of networks a host's address matches no packet at all, because the mask cuts packets'.
        String prefix = kind.servesIpv4() ? "192.0.2." : "2001:db8::";
        return IntStream.rangeClosed(1, 254)
                .map(step -> 255 - step)
                .mapToObj(last -> Address.parse(prefix + (kind.servesIpv4() ? last : Integer.toHexString(last))))
                .filter(taken.negate())
                .findFirst();
    }

    /** This host's own addresses. */
    static Set<Address> ofThisHost() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .map(Address::of)
                .collect(Collectors.toSet());
    }
}
