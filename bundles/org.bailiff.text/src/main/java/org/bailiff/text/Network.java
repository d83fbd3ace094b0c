// SPDX-License-Identifier: Apache-2.0
package org.bailiff.text;

import java.util.Optional;

/**
 * A network in CIDR notation, or one address (a network of full prefix length, printed as the plain address): what a
 * ban is for and what an ignore list holds.
 *
 * @param base the first address; bits behind the prefix are zero
 * @param prefixLength 0 to 32, or to 128 for IPv6
 */
public record Network(Address base, int prefixLength) implements Comparable<Network> {

    /**
     * @throws IllegalArgumentException if the prefix is out of range or the base has bits behind it
     */
    public Network {
        if (prefixLength < 0 || prefixLength > base.bitLength()) {
            throw new IllegalArgumentException(
                    "/" + prefixLength + " is not a prefix length of " + base + "; it is 0 to " + base.bitLength());
        }
        if (prefixLength < base.bitLength() && !base.masked(prefixLength).equals(base)) {
            throw new IllegalArgumentException(
                    base + "/" + prefixLength + " has bits behind its prefix; use Network.around");
        }
    }

    /** The network of this one address. */
    public static Network single(Address address) {
        return new Network(address, address.bitLength());
    }

    /** The network of the given prefix length that holds the address. */
    public static Network around(Address address, int prefixLength) {
        if (prefixLength < 0 || prefixLength > address.bitLength()) {
            throw new IllegalArgumentException("/" + prefixLength + " is not a prefix length of " + address
                    + "; it is 0 to " + address.bitLength());
        }
        return new Network(address.masked(prefixLength), prefixLength);
    }

    /**
     * The address or network that the text writes; bits behind the prefix are cleared.
     *
     * @throws IllegalArgumentException if it writes neither; the message is a sentence for the user
     */
    public static Network parse(String text) {
        return tryParse(text)
                .orElseThrow(() -> new IllegalArgumentException("'" + SafeText.of(text, 60)
                        + "' is neither an address nor a network; e.g. 192.0.2.7, 192.0.2.0/24 or 2001:db8::/64"));
    }

    /** The address or network that the text writes, or empty if it writes neither. Never looks a name up. */
    public static Optional<Network> tryParse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return Address.tryParse(text).map(Network::single);
        }
        String length = text.substring(slash + 1);
        if (!length.matches("\\d{1,3}")) {
            return Optional.empty();
        }
        int prefixLength = Integer.parseInt(length);
        return Address.tryParse(text.substring(0, slash))
                .filter(address -> prefixLength <= address.bitLength())
                .map(address -> around(address, prefixLength));
    }

    public boolean isSingle() {
        return prefixLength == base.bitLength();
    }

    public boolean contains(Address address) {
        return address.isIpv6() == base.isIpv6() && address.masked(prefixLength).equals(base);
    }

    /** Whether all addresses of the other are in this one, as they are if it is the same. */
    public boolean contains(Network other) {
        return other.prefixLength >= prefixLength && contains(other.base);
    }

    /** By base address, wider networks first. */
    @Override
    public int compareTo(Network other) {
        int byBase = base.compareTo(other.base);
        return byBase != 0 ? byBase : Integer.compare(prefixLength, other.prefixLength);
    }

    @Override
    public String toString() {
        return isSingle() ? base.toString() : base + "/" + prefixLength;
    }
}
