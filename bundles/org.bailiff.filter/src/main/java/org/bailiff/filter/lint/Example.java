// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.lint;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bailiff.filter.regex.Children;
import org.bailiff.filter.regex.Node;

/**
 * A text made from a regex's tree, which that regex probably matches: what it looks ahead or behind for is not regarded.
 * What is optional is left out, unless a part of it is asked for; of a choice the first branch is taken.
 */
final class Example {
    private final StringBuilder text = new StringBuilder();
    private final Map<String, String> given;
    private final Set<Node> path = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Node, Integer> starts = new IdentityHashMap<>();
    private final Map<Node, Integer> ends = new IdentityHashMap<>();
    private final Map<Integer, String> captured = new HashMap<>();

    private Example(Map<String, String> given) {
        this.given = given;
    }

    /**
     * @param given what named groups are to hold
     * @param parts of the tree that the text must go through, if it can
     */
    static Example of(Node tree, Map<String, String> given, Node... parts) {
        Example example = new Example(given);
        for (Node part : parts) {
            example.lead(tree, part);
        }
        example.write(tree);
        return example;
    }

    /** A text for a part of a regex alone. */
    static String of(Node part) {
        return of(part, Map.of()).text();
    }

    String text() {
        return text.toString();
    }

    /** Where in the text the part begins; empty if the text does not go through it. */
    Optional<Integer> start(Node part) {
        return Optional.ofNullable(starts.get(part));
    }

    /** Where the part ends, exclusive. */
    Optional<Integer> end(Node part) {
        return Optional.ofNullable(ends.get(part));
    }

    /** Marks the way from the node to the part; whether there is one. */
    private boolean lead(Node node, Node part) {
        boolean leads = node == part;
        for (Node child : Children.of(node)) {
            leads = lead(child, part) || leads;
        }
        if (leads) {
            path.add(node);
        }
        return leads;
    }

    private void write(Node node) {
        starts.putIfAbsent(node, text.length());
        if (node instanceof Node.Literal literal) {
            text.appendCodePoint(literal.codePoint());
        } else if (node instanceof Node.OneOf oneOf) {
            text.append(Characters.usual(oneOf));
        } else if (node instanceof Node.Choice choice) {
            write(chosen(choice));
        } else if (node instanceof Node.Repeat repeat) {
            for (int count = copies(repeat); count > 0; count--) {
                write(repeat.body());
            }
        } else if (node instanceof Node.Capture capture) {
            writeCapture(capture);
        } else if (node instanceof Node.Conditional conditional) {
            boolean taken = path.contains(conditional.taken())
                    || captured.containsKey(conditional.group()) && !path.contains(conditional.otherwise());
            write(taken ? conditional.taken() : conditional.otherwise());
        } else if (node instanceof Node.BackReference reference) {
            text.append(captured.getOrDefault(reference.group(), ""));
        } else if (!(node instanceof Node.Look look) || look.opening().equals("(?>")) {
            Children.of(node).forEach(this::write);
        }
        ends.put(node, text.length());
    }

    private Node chosen(Node.Choice choice) {
        return choice.branches().stream()
                .filter(path::contains)
                .findFirst()
                .orElse(choice.branches().get(0));
    }

    private int copies(Node.Repeat repeat) {
        return path.contains(repeat) && repeat.most() != 0 ? Math.max(repeat.least(), 1) : repeat.least();
    }

    private void writeCapture(Node.Capture capture) {
        int start = text.length();
        Optional<String> fixed = capture.name().map(given::get);
        if (fixed.isPresent()) {
            text.append(fixed.get());
        } else {
            write(capture.body());
        }
        captured.put(capture.number(), text.substring(start));
    }
}
