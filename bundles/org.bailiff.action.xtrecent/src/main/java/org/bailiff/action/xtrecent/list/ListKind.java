// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import org.bailiff.api.jail.NetworkBans;
import org.bailiff.text.Network;

/** What the entries of a list stand for. A list of networks serves one family, because its mask is of that family. */
public enum ListKind {
    /** Single addresses of both families. */
    ADDRESSES("", ""),
    /** Single addresses of IPv4; those of IPv6 have a list of their own, as with fail2ban. */
    IPV4_ADDRESSES("", ""),
    /** Single addresses of IPv6, beside a list of IPv4's. */
    IPV6_ADDRESSES("", ""),
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
        return this != IPV6_NETWORKS && this != IPV6_ADDRESSES;
    }

    public boolean servesIpv6() {
        return this != IPV4_NETWORKS && this != IPV4_ADDRESSES;
    }

    /** Whether its entries stand for themselves, and not for a network. */
    boolean holdsAddresses() {
        return mask.isEmpty();
    }

    /** Whether a list of this kind can hold the target; none holds a network of another size than it bans. */
    boolean canHold(Network target) {
        boolean family = target.base().isIpv6() ? servesIpv6() : servesIpv4();
        return family && (target.isSingle() ? holdsAddresses() : !holdsAddresses() && NetworkBans.isBannable(target));
    }
}
