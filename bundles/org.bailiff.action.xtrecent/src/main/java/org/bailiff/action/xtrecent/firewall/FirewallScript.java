// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.firewall;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bailiff.action.xtrecent.firewall.FirewallRequest.Wish;
import org.bailiff.action.xtrecent.list.ListKind;
import org.bailiff.text.SafeText;

/** What root has to do for the lists, and to undo, as a script for a POSIX shell. It is a resource, to be read. */
final class FirewallScript {
    private final WantedLists wanted;
    private final FirewallRequest request;

    FirewallScript(WantedLists wanted, FirewallRequest request) {
        this.wanted = wanted;
        this.request = request;
    }

    /** The script; no place in it is left to be filled in. */
    String text() {
        // The lists come last: what is configured is never taken for a place to be filled in.
        return resource("firewall.sh")
                .replace("@ACTION@", request.wishes(Wish.REMOVE) ? "remove" : "apply")
                .replace("@QUOTED_USER@", quoted(request.user()))
                .replace("@USER@", request.user())
                .replace("@HOST@", request.host().word())
                .replace("@CHAINS@", request.wishes(Wish.DOCKER) ? "INPUT DOCKER-USER" : "INPUT")
                .replace("@LOG@", request.wishes(Wish.LOG) ? "yes" : "no")
                .replace("@CAPACITY@", Integer.toString(wanted.capacity()))
                .replace("@IPTABLES@", request.backend().iptables())
                .replace("@IP6TABLES@", request.backend().ip6tables())
                .replace("@LISTS@", wanted.lists().stream().map(this::list).collect(Collectors.joining()));
    }

    private String list(WantedLists.WantedList list) {
        ListKind kind = list.settings().kind();
        List<String> words = new ArrayList<>(List.of(
                quoted(list.settings().name()),
                quoted(list.settings().path().toString()),
                Long.toString(list.settings().lease().toSeconds()),
                (kind.servesIpv4() ? "4" : "") + (kind.servesIpv6() ? "6" : ""),
                quoted(kind.mask()),
                quoted(String.join(" ", list.settings().slice().sources(false))),
                quoted(String.join(" ", list.settings().slice().sources(true)))));
        for (Ports.Group group : list.ports().groups()) {
            words.add(group.protocol());
            words.add(quoted(group.ports()));
        }
        return "    # " + SafeText.of(String.join(", ", list.jails())) + "\n    \"$@\" " + String.join(" ", words)
                + "\n";
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
