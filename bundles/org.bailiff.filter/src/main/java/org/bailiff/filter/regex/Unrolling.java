// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.regex;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Writes {@code (?:[^"\\\\]|\\\\.)*} as {@code [^"\\\\]*(?:\\\\.[^"\\\\]*)*}. Both take the same, in the same order, because a
 * character decides which branch it is; but the JDK goes one call deeper for each round of the first, and so overflows the
 * stack in quoted texts of some hundred characters.
 */
public final class Unrolling {
    private Unrolling() {}

    /** The same loop; empty if it is none of that form. */
    public static Optional<Node> of(Node.Repeat repeat) {
        boolean mayBe = repeat.most() == Node.ENDLESS
                && repeat.least() <= 1
                && repeat.manner().isEmpty();
        return mayBe
                        && repeat.body() instanceof Node.Choice choice
                        && choice.branches().size() == 2
                ? of(choice.branches(), repeat)
                : Optional.empty();
    }

    private static Optional<Node> of(List<Node> branches, Node.Repeat repeat) {
        for (int plain = 0; plain < 2; plain++) {
            Node other = branches.get(1 - plain);
            if (branches.get(plain) instanceof Node.OneOf set
                    && other instanceof Node.Sequence marked
                    && isMarked(marked, set)) {
                Node loop = new Node.Sequence(
                        List.of(endless(set), endless(new Node.Sequence(List.of(marked, endless(set))))));
                return Optional.of(repeat.least() == 0 ? loop : new Node.Sequence(List.of(repeat.body(), loop)));
            }
        }
        return Optional.empty();
    }

    private static Node endless(Node body) {
        return new Node.Repeat(body, 0, Node.ENDLESS, "");
    }

    /** Whether it begins with a character that the set does not take, and captures nothing. */
    private static boolean isMarked(Node.Sequence sequence, Node.OneOf set) {
        return !sequence.parts().isEmpty()
                && sequence.parts().get(0) instanceof Node.Literal first
                && !first.anyCase()
                && sequence.parts().stream()
                        .allMatch(part -> part instanceof Node.Literal || part instanceof Node.OneOf)
                && !Pattern.compile(set.java(), Pattern.UNIX_LINES)
                        .matcher(Character.toString(first.codePoint()))
                        .matches();
    }
}
