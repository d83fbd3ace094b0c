// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.firewall;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.bailiff.action.xtrecent.list.ListSettings;
import org.bailiff.text.SafeText;

/** What root has to do for the lists, or to undo, as a script for a POSIX shell. The scripts are resources, to be read. */
final class FirewallScript {
    private final WantedLists wanted;

    FirewallScript(WantedLists wanted) {
        this.wanted = wanted;
    }

    /** Sets the lists up for a user, whose name is one. */
    String apply(String user) {
        return resource("apply.sh")
                .replace("@QUOTED_USER@", quoted(user))
                .replace("@USER@", user)
                .replace("@CAPACITY@", Integer.toString(wanted.capacity()))
                .replace("@LISTS@", lists("drop", true));
    }

    /** Takes that back. */
    String remove() {
        return resource("remove.sh").replace("@LISTS@", lists("remove", false));
    }

    private String lists(String function, boolean handedOver) {
        StringBuilder text = new StringBuilder();
        for (WantedLists.WantedList list : wanted.lists()) {
            ListSettings settings = list.settings();
            String parameters = quoted(settings.name()) + " " + settings.lease().toSeconds() + "\n";
            text.append("# ")
                    .append(SafeText.of(String.join(", ", list.jails())))
                    .append('\n')
                    .append(function + " \"$iptables\" " + parameters)
                    // A kernel without IPv6 has neither the table nor the traffic.
                    .append("[ ! -e /proc/net/if_inet6 ] || " + function + " \"$ip6tables\" " + parameters)
                    .append(handedOver ? "hand_over " + quoted(settings.path().toString()) + "\n" : "");
        }
        return text.toString();
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    private static String resource(String name) {
        try (InputStream stream = FirewallScript.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("the bundle cannot be read", broken);
        }
    }
}
