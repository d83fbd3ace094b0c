// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config.actions;

import java.util.List;
import java.util.Optional;

/** The actions that come with fail2ban, by what their names begin with. */
final class KnownActions {
    private static final String RECENT_LISTS = "iptables-xt_recent-echo";

    private static final List<String> NEED_ROOT = List.of(
            "apf",
            "bsd-ipfw",
            "csf",
            "firewallcmd",
            "hostsdeny",
            "ipfilter",
            "ipfw",
            "ipset",
            "iptables",
            "nftables",
            "npf",
            "osx-",
            "pf",
            "route",
            "shorewall",
            "symbiosis-",
            "ufw");

    private static final List<String> COMMANDS = List.of(
            "abuseipdb",
            "apprise",
            "badips",
            "blocklist_de",
            "cloudflare",
            "complain",
            "dshield",
            "dummy",
            "ipthreat",
            "mail",
            "mikrotik",
            "mynetwatchman",
            "netscaler",
            "nginx-block-map",
            "nsupdate",
            "sendmail",
            "smtp",
            "xarf");

    private KnownActions() {}

    /** Empty if the name is none of them. */
    static Optional<ActionKind> kindOf(String name) {
        if (name.equals(RECENT_LISTS)) {
            return Optional.of(ActionKind.RECENT_LISTS);
        }
        if (NEED_ROOT.stream().anyMatch(known -> begins(name, known))) {
            return Optional.of(ActionKind.NEEDS_ROOT);
        }
        return COMMANDS.stream().anyMatch(known -> begins(name, known))
                ? Optional.of(ActionKind.COMMAND)
                : Optional.empty();
    }

    /** Whether the name is the word, or the word and more behind a mark: {@code mail-whois}, and not {@code mailbox}. */
    private static boolean begins(String name, String word) {
        if (!name.startsWith(word)) {
            return false;
        }
        return word.endsWith("-") || name.length() == word.length() || "-_.".indexOf(name.charAt(word.length())) >= 0;
    }
}
