// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.firewall;

import java.util.Locale;

/** What loads the firewall of a host, and therefore has to be followed when it loads it anew. */
enum HostFirewall {
    /** The script looks what is there. */
    AUTO,
    /** Nothing, or what systemd starts: netfilter-persistent, nftables. */
    IPTABLES,
    UFW,
    FIREWALLD;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
