// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.automaton;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bailiff.filter.regex.Children;
import org.bailiff.filter.regex.Node;

/**
 * Numbers the marks by which a branch knows whether a group took part, where that is asked, and which character it took,
 * where that is wanted once more. Used for one program, one regex after the other.
 */
final class Marks {
    private static final int MOST = Long.SIZE;

    /** By group of the present regex. */
    private final Map<Integer, Integer> groups = new HashMap<>();

    private final Map<Integer, Map<Integer, Integer>> characters = new HashMap<>();
    private int count;

    /** Numbers those of the next regex. */
    void collect(Node tree) {
        groups.clear();
        characters.clear();
        collect(tree, tree);
    }

    private void collect(Node node, Node tree) {
        if (node instanceof Node.Conditional conditional) {
            groups.computeIfAbsent(conditional.group(), first -> next());
        } else if (node instanceof Node.BackReference reference) {
            characters.computeIfAbsent(reference.group(), first -> numbered(RepeatedGroups.characters(first, tree)));
        }
        Children.of(node).forEach(child -> collect(child, tree));
    }

    private Map<Integer, Integer> numbered(List<Integer> taken) {
        Map<Integer, Integer> numbers = new HashMap<>();
        taken.forEach(character -> numbers.put(character, next()));
        return numbers;
    }

    private int next() {
        if (count >= MOST) {
            throw new ProgramWriter.Unsuited();
        }
        return count++;
    }

    /** Whether it is asked if the group took part. */
    boolean isAsked(int group) {
        return groups.containsKey(group);
    }

    int ofGroup(int group) {
        return groups.get(group);
    }

    /** Whether what the group took is wanted once more. */
    boolean isRepeated(int group) {
        return characters.containsKey(group);
    }

    /** Those that the group may take. */
    Iterable<Integer> characters(int group) {
        return characters.get(group).keySet();
    }

    int ofCharacter(int group, int character) {
        return characters.get(group).get(character);
    }
}
