// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.lint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bailiff.filter.regex.Children;
import org.bailiff.filter.regex.Node;
import org.bailiff.filter.regex.Regex;
import org.bailiff.text.Address;

/** Finds failregexes that take somebody for the offender who can be no address, so that nobody is ever banned for it. */
final class Nameless {
    private static final String ID = "fid";
    /** With one of these it tells an address, or another line of its session does. */
    private static final List<String> OTHERS = List.of("ip4", "ip6", "dns", "host", "cidr", "mlfid");

    private static final List<String> ADDRESSES = List.of("192.0.2.7", "2001:db8::7", "192.0.2.0/24");

    private Nameless() {}

    /** What to say of the regex; empty if nothing, or if no example could be made. */
    static Optional<String> complaint(Reading reading) {
        Regex failure = reading.failure();
        Stream<Regex> all = Stream.concat(Stream.of(failure), reading.prefix().stream());
        if (!failure.captures(ID) || all.anyMatch(regex -> OTHERS.stream().anyMatch(regex::captures))) {
            return Optional.empty();
        }
        Node place = find(failure.tree()).orElse(failure.tree());
        Optional<String> usual = taken(reading, place, Map.of());
        boolean address = usual.flatMap(Address::tryParse).isPresent()
                || ADDRESSES.stream().anyMatch(known -> taken(reading, place, Map.of(ID, known))
                        .filter(known::equals)
                        .isPresent());
        return usual.filter(id -> !address)
                .map(id -> "it takes for the offender what can be no address, and only addresses are banned; put <ADDR>"
                        + " where the address stands");
    }

    private static Optional<String> taken(Reading reading, Node place, Map<String, String> given) {
        String content = Example.of(reading.failure().tree(), given, place).text();
        return reading.group(ID, reading.line(content));
    }

    private static Optional<Node> find(Node node) {
        if (node instanceof Node.Capture capture
                && capture.name().filter(ID::equals).isPresent()) {
            return Optional.of(node);
        }
        return Children.of(node).stream()
                .map(Nameless::find)
                .flatMap(Optional::stream)
                .findFirst();
    }
}
