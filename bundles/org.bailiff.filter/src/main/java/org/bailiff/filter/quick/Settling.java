// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bailiff.filter.regex.Children;
import org.bailiff.filter.regex.Node;

/**
 * Writes {@code (?:(a)|b)c(?(1)d|e)} as {@code (?:(a)cd|bce)}: it matches the same in the same order, but where the condition
 * would fail, what stands before it is not tried in all its ways; and a way is not gone if what it needs there stands nowhere
 * in the text. Done where a regex's outermost sequence asks for a group
 * that a choice before it settles.
 */
final class Settling {
    /** So many nodes are there twice at most. */
    private static final int MOST_NODES = 300;

    private Settling() {}

    /** The same regex. */
    static Node of(Node tree) {
        if (tree instanceof Node.CaseScope scope) {
            return new Node.CaseScope(of(scope.body()), scope.anyCase());
        }
        if (!(tree instanceof Node.Sequence sequence)) {
            return tree;
        }
        List<Node> parts = sequence.parts();
        for (int index = 0; index < parts.size() - 1; index++) {
            Optional<Node> settled = settle(parts.get(index), parts.subList(index + 1, parts.size()));
            if (settled.isPresent()) {
                List<Node> all = new ArrayList<>(parts.subList(0, index));
                all.add(settled.get());
                return new Node.Sequence(all);
            }
        }
        return tree;
    }

    private static Optional<Node> settle(Node part, List<Node> rest) {
        Node inner = part instanceof Node.Capture capture ? capture.body() : part;
        if (!(inner instanceof Node.Choice choice)
                || nodes(rest) * choice.branches().size() > MOST_NODES) {
            return Optional.empty();
        }
        return rest.stream()
                .flatMap(Settling::asked)
                .filter(group -> settles(choice, group))
                .findFirst()
                .map(group -> branches(part, choice, rest, group));
    }

    private static int nodes(List<Node> parts) {
        return parts.stream().mapToInt(part -> 1 + nodes(Children.of(part))).sum();
    }

    private static Stream<Integer> asked(Node node) {
        Stream<Integer> inner = Children.of(node).stream().flatMap(Settling::asked);
        return node instanceof Node.Conditional conditional
                ? Stream.concat(Stream.of(conditional.group()), inner)
                : inner;
    }

    /** Whether some branches surely take the group, and the others cannot. */
    private static boolean settles(Node.Choice choice, int group) {
        return choice.branches().stream().anyMatch(branch -> takes(branch, group))
                && choice.branches().stream().allMatch(branch -> takes(branch, group) || !holds(branch, group));
    }

    private static boolean takes(Node node, int group) {
        if (node instanceof Node.Capture capture) {
            return capture.number() == group || takes(capture.body(), group);
        }
        return node instanceof Node.Sequence sequence
                && sequence.parts().stream().anyMatch(part -> takes(part, group));
    }

    private static boolean holds(Node node, int group) {
        return node instanceof Node.Capture capture && capture.number() == group
                || Children.of(node).stream().anyMatch(child -> holds(child, group));
    }

    private static Node branches(Node part, Node.Choice choice, List<Node> rest, int group) {
        List<Node> branches = new ArrayList<>();
        for (Node branch : choice.branches()) {
            List<Node> parts = new ArrayList<>();
            parts.add(part instanceof Node.Capture capture ? around(capture, branch) : branch);
            boolean taken = takes(branch, group);
            rest.forEach(node -> parts.add(resolved(node, group, taken)));
            Node way = new Node.Sequence(List.of(parts.get(0), of(new Node.Sequence(parts.subList(1, parts.size())))));
            branches.add(new Node.Sequence(List.of(Foresight.of(way, needed(rest, group, taken)), way)));
        }
        return new Node.Choice(branches);
    }

    /** What is there for certain because the group took part or did not. */
    private static Node needed(List<Node> rest, int group, boolean taken) {
        return rest.stream()
                .filter(node -> node instanceof Node.Conditional conditional && conditional.group() == group)
                .map(node -> resolved(node, group, taken))
                .findFirst()
                .orElse(new Node.Sequence(List.of()));
    }

    private static Node around(Node.Capture capture, Node body) {
        return new Node.Capture(body, capture.number(), capture.name());
    }

    /** The node, knowing whether the group took part. */
    private static Node resolved(Node node, int group, boolean taken) {
        if (node instanceof Node.Conditional conditional) {
            Node one = resolved(conditional.taken(), group, taken);
            Node other = resolved(conditional.otherwise(), group, taken);
            Node either = taken ? one : other;
            return conditional.group() == group ? either : new Node.Conditional(conditional.group(), one, other);
        }
        if (node instanceof Node.Sequence sequence) {
            return new Node.Sequence(resolved(sequence.parts(), group, taken));
        }
        if (node instanceof Node.Choice choice) {
            return new Node.Choice(resolved(choice.branches(), group, taken));
        }
        if (node instanceof Node.Capture capture) {
            return around(capture, resolved(capture.body(), group, taken));
        }
        return node instanceof Node.Repeat repeat
                ? new Node.Repeat(resolved(repeat.body(), group, taken), repeat.least(), repeat.most(), repeat.manner())
                : node;
    }

    private static List<Node> resolved(List<Node> nodes, int group, boolean taken) {
        return nodes.stream().map(node -> resolved(node, group, taken)).toList();
    }
}
