// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.firewall;

import java.util.Locale;

/** Which of the two programs named iptables puts the rules into the kernel. */
enum Backend {
    /** Whatever the host's {@code iptables} is. */
    AUTO(""),
    LEGACY("-legacy"),
    NFT("-nft");

    private final String suffix;

    Backend(String suffix) {
        this.suffix = suffix;
    }

    String iptables() {
        return "iptables" + suffix;
    }

    String ip6tables() {
        return "ip6tables" + suffix;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
