// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

import java.util.ArrayList;
import java.util.List;
import org.bailiff.filter.regex.Children;
import org.bailiff.filter.regex.Node;

/**
 * Looks first whether a literal stands anywhere that a way needs at its end, so that a long way that leads to nothing is not
 * gone in vain.
 */
final class Foresight {
    private static final Node ANYTHING = new Node.Repeat(new Node.OneOf("[\\s\\S]"), 0, Node.ENDLESS, "?");

    private Foresight() {}

    /**
     * What is to be tried before the way.
     *
     * @param way all of it
     * @param needed a part of the way that every match of it has
     * @return takes nothing; an empty sequence if nothing can be told
     */
    static Node of(Node way, Node needed) {
        List<Node> literals = new ArrayList<>();
        boolean goesOn = true;
        for (Node part : needed instanceof Node.Sequence sequence ? sequence.parts() : List.of(needed)) {
            goesOn = goesOn && part instanceof Node.Literal;
            if (goesOn) {
                literals.add(part);
            }
        }
        if (literals.isEmpty() || remembers(way)) {
            return new Node.Sequence(List.of());
        }
        literals.add(0, ANYTHING);
        return new Node.Look(new Node.Sequence(literals), "(?=");
    }

    /** Whether something that it captures is not forgotten when it leads to nothing: then it is to be gone. */
    private static boolean remembers(Node node) {
        boolean byItself = node instanceof Node.Look || node instanceof Node.Repeat repeat && Rigidity.isWhole(repeat);
        return byItself && Suitability.captures(node)
                || Children.of(node).stream().anyMatch(Foresight::remembers);
    }
}
