// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.firewall;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bailiff.text.SafeText;

/**
 * The ports that a rule covers, by protocol; none means all traffic.
 *
 * @param byProtocol for each protocol names, numbers and ranges {@code FIRST:LAST}
 */
record Ports(Map<String, Set<String>> byProtocol) {
    static final Ports ALL = new Ports(Map.of());

    /** So many ports may stand in one rule; a range counts as two. */
    private static final int MOST_IN_A_RULE = 15;

    private static final int LAST = 65535;
    private static final Pattern SEPARATOR = Pattern.compile("[,\\s]+");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9+_.-]*");
    private static final Pattern NUMBERS = Pattern.compile("(?<first>\\d{1,5})(?::(?<last>\\d{1,5}))?");
    private static final Set<String> PROTOCOLS = Set.of("tcp", "udp", "udplite", "sctp", "dccp");

    /** Ports of one protocol that fit into one rule, separated by commas. */
    record Group(String protocol, String ports) {}

    /**
     * What a jail's keys {@code port} and {@code protocol} say, in fail2ban's words.
     *
     * @param ports names, numbers and ranges; all ports if empty
     * @param protocols {@code tcp} if empty
     * @throws IllegalArgumentException if iptables would not understand it; the message is a sentence
     */
    static Ports of(Optional<String> ports, Optional<String> protocols) {
        Set<String> wanted = words(ports.orElse(""));
        Set<String> among = words(protocols.orElse("").toLowerCase(Locale.ROOT));
        wanted.forEach(Ports::requirePort);
        if (wanted.isEmpty() || wanted.contains("0:" + LAST) || among.contains("all")) {
            return ALL;
        }
        Map<String, Set<String>> byProtocol = new LinkedHashMap<>();
        for (String protocol : among.isEmpty() ? Set.of("tcp") : among) {
            if (!PROTOCOLS.contains(protocol)) {
                throw new IllegalArgumentException("'" + SafeText.of(protocol, 60) + "' is no protocol with ports;"
                        + " there are tcp, udp, udplite, sctp and dccp");
            }
            byProtocol.put(protocol, wanted);
        }
        return new Ports(byProtocol);
    }

    /** These and those. */
    Ports and(Ports others) {
        if (equals(ALL) || others.equals(ALL)) {
            return ALL;
        }
        Map<String, Set<String>> both = new LinkedHashMap<>();
        byProtocol.forEach((protocol, ports) -> both.put(protocol, new LinkedHashSet<>(ports)));
        others.byProtocol.forEach((protocol, ports) ->
                both.computeIfAbsent(protocol, name -> new LinkedHashSet<>()).addAll(ports));
        return new Ports(both);
    }

    /** As many groups as rules are needed; none for all ports. */
    List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        byProtocol.forEach((protocol, ports) -> {
            List<String> group = new ArrayList<>();
            int size = 0;
            for (String port : ports) {
                int places = port.contains(":") ? 2 : 1;
                if (size + places > MOST_IN_A_RULE) {
                    groups.add(new Group(protocol, String.join(",", group)));
                    group.clear();
                    size = 0;
                }
                group.add(port);
                size += places;
            }
            groups.add(new Group(protocol, String.join(",", group)));
        });
        return groups;
    }

    private static Set<String> words(String text) {
        Set<String> words = new LinkedHashSet<>();
        SEPARATOR.splitAsStream(text.strip()).filter(word -> !word.isEmpty()).forEach(words::add);
        return words;
    }

    private static void requirePort(String port) {
        Matcher numbers = NUMBERS.matcher(port);
        if (!NAME.matcher(port).matches() && !(numbers.matches() && areInOrder(numbers))) {
            throw new IllegalArgumentException("'" + SafeText.of(port, 60)
                    + "' is no port; ports are names, numbers and ranges, e.g. ssh,8080,6000:6010");
        }
    }

    private static boolean areInOrder(Matcher numbers) {
        int first = Integer.parseInt(numbers.group("first"));
        int last = numbers.group("last") == null ? first : Integer.parseInt(numbers.group("last"));
        return first <= last && last <= LAST;
    }
}
