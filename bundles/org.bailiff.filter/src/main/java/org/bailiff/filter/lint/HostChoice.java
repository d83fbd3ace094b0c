// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.lint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bailiff.filter.regex.Children;
import org.bailiff.filter.regex.Node;
import org.bailiff.text.SafeText;

/**
 * Finds failregexes in which who writes a part of the line chooses the address. It tries it: it makes a line with the true
 * address, puts a copy of what the regex wants with another one where the regex takes free text, and sees which is taken.
 */
final class HostChoice {
    private static final String HOST = "ip4";
    private static final String TRUE_ADDRESS = "192.0.2.7";
    private static final String VICTIM = "198.51.100.9";
    /** A loop that goes round less often takes no address and what stands around it. */
    private static final int FEW = 20;

    private static final int SHOWN = 200;

    private final Reading reading;
    private final Node tree;
    private final List<Node.Repeat> loops = new ArrayList<>();
    private final Set<Node> users = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<String, String> attacker = Map.of(HOST, TRUE_ADDRESS);
    private final Map<String, String> victim = Map.of(HOST, VICTIM);

    HostChoice(Reading reading) {
        this.reading = reading;
        this.tree = reading.failure().tree();
    }

    /** What to say of the regex; empty if no such line was found. */
    Optional<String> complaint() {
        Optional<Node> host = find(tree);
        if (host.isEmpty()) {
            return Optional.empty();
        }
        String plain = Example.of(tree, attacker, host.get()).text();
        if (!takes(plain, TRUE_ADDRESS)) {
            // If no example could be made, nothing can be tried.
            return reading.address(reading.line(plain))
                    .filter(TRUE_ADDRESS::endsWith)
                    .map(part -> partly(plain, part));
        }
        String anywhere = "GET /a " + Example.of(tree, victim, host.get()).text();
        if (!reading.failure().isAnchored() && takes(anywhere, VICTIM)) {
            return Optional.of("it matches wherever its text stands in a line, also in what an attacker writes, as in '"
                    + shown(anywhere) + "'; begin it with ^ and what the service writes there");
        }
        return within(host.get());
    }

    private String partly(String line, String part) {
        return "what stands before the address takes a part of it, and whoever writes something behind it chooses the"
                + " address: of '" + shown(line) + "' it takes '" + part
                + "'; say what the service writes right before the address, and what follows it up to $";
    }

    private Optional<String> within(Node host) {
        collect(tree, false);
        for (Node.Repeat loop : loops) {
            for (String line : lines(loop, host)) {
                if (takes(line, VICTIM)) {
                    return Optional.of("in what it takes for free text, somebody may write another address: of '"
                            + shown(line) + "' it takes " + VICTIM + "; let that text not hold what stands around the"
                            + " address, or say what follows the address up to $");
                }
            }
        }
        return Optional.empty();
    }

    /** Lines with the text that the regex wants, and the victim, within what the loop takes. */
    private List<String> lines(Node.Repeat loop, Node host) {
        Example good = Example.of(tree, attacker, loop, host);
        Example bad = Example.of(tree, victim, loop, host);
        if (good.end(loop).isEmpty() || good.start(host).isEmpty() || !takes(good.text(), TRUE_ADDRESS)) {
            return List.of();
        }
        int end = good.end(loop).get();
        boolean behind = end > good.start(host).get();
        String injected =
                behind ? " " + bad.text() : bad.text().substring(bad.end(loop).get()) + " ";
        List<String> lines = new ArrayList<>();
        if (mayHold(loop, injected)) {
            lines.add(good.text().substring(0, end) + injected + good.text().substring(end));
        }
        return lines;
    }

    /** Where a user is a word to the regex, the attacker's name may be several. */
    private boolean mayHold(Node.Repeat loop, String text) {
        Characters taken = Characters.of((Node.OneOf) loop.body());
        return taken.takeAll(users.contains(loop) ? text.replace(" ", "") : text);
    }

    private boolean takes(String content, String address) {
        return reading.address(reading.line(content)).filter(address::equals).isPresent();
    }

    private String shown(String content) {
        return SafeText.of(reading.line(content), SHOWN);
    }

    private void collect(Node node, boolean ofUser) {
        if (node instanceof Node.Repeat repeat
                && repeat.body() instanceof Node.OneOf
                && (repeat.most() == Node.ENDLESS || repeat.most() > FEW)) {
            loops.add(repeat);
            if (ofUser) {
                users.add(repeat);
            }
        }
        boolean inUser = ofUser
                || node instanceof Node.Capture capture
                        && capture.name().filter(name -> name.contains("user")).isPresent();
        Children.of(node).forEach(child -> collect(child, inUser));
    }

    private static Optional<Node> find(Node node) {
        if (node instanceof Node.Capture capture
                && capture.name().filter(HOST::equals).isPresent()) {
            return Optional.of(node);
        }
        return Children.of(node).stream()
                .map(HostChoice::find)
                .flatMap(Optional::stream)
                .findFirst();
    }
}
