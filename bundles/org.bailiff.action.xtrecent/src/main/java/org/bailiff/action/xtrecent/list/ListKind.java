// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.util.Optional;
import org.bailiff.api.jail.NetworkBans;
import org.bailiff.text.Network;

/** What the entries of a list stand for. A list of networks serves one family, because its mask is of that family. */
public enum ListKind {
    /** Single addresses of both families. */
    ADDRESSES("", ""),
    /** The /24 networks of IPv4, each written as its first address. */
    IPV4_NETWORKS("-net4", "255.255.255.0"),
    /** The /64 networks of IPv6, each written as its first address. */
    IPV6_NETWORKS("-net6", "ffff:ffff:ffff:ffff::");

    private final String suffix;
    private final String mask;

    ListKind(String suffix, String mask) {
        this.suffix = suffix;
        this.mask = mask;
    }

    /** What a list's name ends with. */
    public String suffix() {
        return suffix;
    }

    /** The rule's {@code --mask}: it is laid over packets' addresses, not over what is written. Empty for addresses. */
    public String mask() {
        return mask;
    }

    public boolean servesIpv4() {
        return this != IPV6_NETWORKS;
    }

    public boolean servesIpv6() {
        return this != IPV4_NETWORKS;
    }

    /** The kind of list that holds the target; no list holds a network of another size. */
    static Optional<ListKind> of(Network target) {
        if (target.isSingle()) {
            return Optional.of(ADDRESSES);
        }
        if (!NetworkBans.isBannable(target)) {
            return Optional.empty();
        }
        return Optional.of(target.base().isIpv6() ? IPV6_NETWORKS : IPV4_NETWORKS);
    }
}
