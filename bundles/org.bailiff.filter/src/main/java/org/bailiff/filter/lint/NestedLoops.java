// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.lint;

import java.util.List;
import java.util.Optional;
import org.bailiff.filter.regex.Children;
import org.bailiff.filter.regex.Node;

/**
 * Finds loops in loops that can divide one text in many ways, like {@code (a+)+}. The JDK remembers where such have failed,
 * so that {@link Growth} may measure little; a long line spends its budget all the same.
 */
final class NestedLoops {
    private NestedLoops() {}

    /** What to say of the regex; empty if it has none. */
    static Optional<String> complaint(Node tree) {
        return hasSuch(tree)
                ? Optional.of(
                        "a loop stands in a loop, as in (a+)+, or has two branches for one text, so that it can divide"
                                + " a line in more ways than there is time to try; let each round begin with what no other part of"
                                + " it takes")
                : Optional.empty();
    }

    private static boolean hasSuch(Node node) {
        boolean such = node instanceof Node.Repeat repeat
                && isEndless(repeat)
                && !repeat.manner().equals("+")
                && isAmbiguous(bare(repeat.body()));
        return such || Children.of(node).stream().anyMatch(NestedLoops::hasSuch);
    }

    private static boolean isEndless(Node.Repeat repeat) {
        return repeat.most() == Node.ENDLESS;
    }

    /** What is in brackets, without them. */
    private static Node bare(Node node) {
        if (node instanceof Node.Capture || node instanceof Node.CaseScope) {
            return bare(Children.of(node).get(0));
        }
        return node instanceof Node.Sequence sequence && sequence.parts().size() == 1
                ? bare(sequence.parts().get(0))
                : node;
    }

    private static boolean isAmbiguous(Node round) {
        if (round instanceof Node.Choice choice) {
            long different = choice.branches().stream().distinct().count();
            return different < choice.branches().size()
                    || choice.branches().stream().map(NestedLoops::bare).anyMatch(NestedLoops::isAmbiguous);
        }
        if (round instanceof Node.Sequence sequence) {
            return isLoopAlone(sequence.parts()) || isLoopOverItsEnd(sequence.parts());
        }
        return round instanceof Node.Repeat repeat && isEndless(repeat);
    }

    /** All of it but one loop may be left out. */
    private static boolean isLoopAlone(List<Node> parts) {
        List<Node> needed = parts.stream()
                .filter(part -> !(part instanceof Node.Repeat repeat && repeat.least() == 0))
                .toList();
        return needed.size() == 1 && needed.get(0) instanceof Node.Repeat repeat && isEndless(repeat);
    }

    /** It ends with a character that the loop before it takes as well. */
    private static boolean isLoopOverItsEnd(List<Node> parts) {
        return parts.size() == 2
                && parts.get(0) instanceof Node.Repeat repeat
                && isEndless(repeat)
                && repeat.body() instanceof Node.OneOf set
                && parts.get(1) instanceof Node.Literal end
                && Characters.of(set).takeAll(Character.toString(end.codePoint()));
    }
}
