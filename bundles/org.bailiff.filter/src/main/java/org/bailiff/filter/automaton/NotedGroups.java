// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.automaton;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bailiff.filter.regex.Children;
import org.bailiff.filter.regex.JavaGroups;
import org.bailiff.filter.regex.Node;

/**
 * The groups of a regex of which is noted what they took. Immutable.
 *
 * @param inTree their numbers in the tree; the notes 2n and 2n+1 are of the n-th
 * @param inJava their numbers in Java, in the same order
 */
record NotedGroups(List<Integer> inTree, List<Integer> inJava) {
    static final int NOWHERE = -1;

    static final NotedGroups NONE = new NotedGroups(List.of(), List.of());

    static NotedGroups withName(Node tree) {
        List<Node.Capture> captures = new ArrayList<>();
        collect(tree, captures);
        captures.removeIf(capture -> capture.name().isEmpty());
        return of(captures, JavaGroups.of(tree));
    }

    static NotedGroups all(Node tree) {
        List<Node.Capture> captures = new ArrayList<>();
        collect(tree, captures);
        return of(captures, JavaGroups.of(tree));
    }

    private static NotedGroups of(List<Node.Capture> captures, JavaGroups java) {
        List<Integer> numbers = captures.stream().map(Node.Capture::number).toList();
        return new NotedGroups(numbers, numbers.stream().map(java::number).toList());
    }

    private static void collect(Node node, List<Node.Capture> captures) {
        if (node instanceof Node.Capture capture) {
            captures.add(capture);
        }
        Children.of(node).forEach(child -> collect(child, captures));
    }

    /** By Java's number of a group: its first note; {@link #NOWHERE} if what it takes is not noted. */
    int[] places() {
        int[] places = new int[inJava.stream().mapToInt(Integer::intValue).max().orElse(0) + 1];
        Arrays.fill(places, NOWHERE);
        for (int index = 0; index < inJava.size(); index++) {
            places[inJava.get(index)] = 2 * index;
        }
        return places;
    }
}
