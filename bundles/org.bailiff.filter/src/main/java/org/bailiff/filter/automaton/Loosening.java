// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.automaton;

import java.util.List;
import java.util.Optional;
import org.bailiff.filter.regex.Node;

/** Writes a regex that matches wherever another one does, and can be run by an automaton. */
final class Loosening {
    private static final Node NOTHING = new Node.Sequence(List.of());
    private static final Node ANYTHING = new Node.Repeat(new Node.OneOf("(?s:.)"), 0, Node.ENDLESS, "");

    private Loosening() {}

    static Node of(Node node) {
        if (node instanceof Node.Sequence sequence) {
            return new Node.Sequence(
                    sequence.parts().stream().map(Loosening::of).toList());
        }
        if (node instanceof Node.Choice choice) {
            return new Node.Choice(choice.branches().stream().map(Loosening::of).toList());
        }
        if (node instanceof Node.Conditional conditional) {
            return new Node.Choice(List.of(of(conditional.taken()), of(conditional.otherwise())));
        }
        if (node instanceof Node.Capture capture) {
            return new Node.Capture(of(capture.body()), capture.number(), Optional.empty());
        }
        if (node instanceof Node.CaseScope scope) {
            return new Node.CaseScope(of(scope.body()), scope.anyCase());
        }
        if (node instanceof Node.Repeat repeat) {
            return repeat(repeat);
        }
        return other(node);
    }

    private static Node repeat(Node.Repeat repeat) {
        Node body = of(repeat.body());
        Node loose = new Node.Repeat(body, repeat.least(), repeat.most(), "");
        return Suitability.isSuited(loose, List.of()) ? loose : ANYTHING;
    }

    private static Node other(Node node) {
        if (node instanceof Node.BackReference) {
            return ANYTHING;
        }
        if (node instanceof Node.Look look) {
            // What is never taken back takes no more than what may be.
            return look.opening().equals("(?>") ? of(look.body()) : NOTHING;
        }
        return node instanceof Node.Place && !Suitability.isSuited(node, List.of()) ? NOTHING : node;
    }
}
