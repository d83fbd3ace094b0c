// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.automaton;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bailiff.filter.regex.Children;
import org.bailiff.filter.regex.Node;

/** Tells of groups whose text is wanted once more what they may take: it can be remembered if it is one of a few characters. */
final class RepeatedGroups {
    private static final int FEW = 8;

    private RepeatedGroups() {}

    /** Empty if it is not one of a few. */
    static List<Integer> characters(int group, Node tree) {
        return find(group, tree).map(RepeatedGroups::characters).orElse(List.of());
    }

    private static Optional<Node.Capture> find(int group, Node node) {
        if (node instanceof Node.Capture capture && capture.number() == group) {
            return Optional.of(capture);
        }
        return Children.of(node).stream()
                .map(child -> find(group, child))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static List<Integer> characters(Node.Capture capture) {
        Node body = capture.body();
        while (body instanceof Node.Sequence sequence && sequence.parts().size() == 1) {
            body = sequence.parts().get(0);
        }
        if (!(body instanceof Node.OneOf oneOf)) {
            return List.of();
        }
        ByteSet set = Alphabet.of(oneOf, false).set();
        List<Integer> characters = new ArrayList<>();
        for (int character = 0; character < ByteSet.SIZE; character++) {
            if (set.contains(character)) {
                characters.add(character);
            }
        }
        boolean caseMatters = characters.stream().anyMatch(Character::isLetter);
        return caseMatters || characters.size() > FEW ? List.of() : characters;
    }
}
