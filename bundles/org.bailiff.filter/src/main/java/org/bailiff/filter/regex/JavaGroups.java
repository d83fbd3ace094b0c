// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.regex;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The numbers that a tree's groups have in Java. A group that a {@link Node.Conditional} asks for has another one within,
 * empty and at its end: the marker that it took part.
 */
public final class JavaGroups {
    private final Map<Integer, Integer> numbers = new HashMap<>();
    private final Map<Integer, Integer> markers = new HashMap<>();
    private final Map<String, Integer> names = new HashMap<>();
    private final Set<Integer> asked = new HashSet<>();
    private int count;
    private int firstUnnamed;

    private JavaGroups() {}

    public static JavaGroups of(Node tree) {
        JavaGroups groups = new JavaGroups();
        groups.collectAsked(tree);
        groups.number(tree);
        return groups;
    }

    private void collectAsked(Node node) {
        if (node instanceof Node.Conditional conditional) {
            asked.add(conditional.group());
        }
        Children.of(node).forEach(this::collectAsked);
    }

    private void number(Node node) {
        if (node instanceof Node.Capture capture) {
            int number = ++count;
            numbers.put(capture.number(), number);
            capture.name().ifPresent(name -> names.put(name, number));
            firstUnnamed = capture.name().isEmpty() && firstUnnamed == 0 ? number : firstUnnamed;
            number(capture.body());
            if (asked.contains(capture.number())) {
                markers.put(capture.number(), ++count);
            }
        } else {
            Children.of(node).forEach(this::number);
        }
    }

    /** Java's number of a group of the tree. */
    public int number(int group) {
        return numbers.get(group);
    }

    /** Whether a conditional asks for the group, so that it has a marker. */
    public boolean isMarked(int group) {
        return markers.containsKey(group);
    }

    /** Java's number of the group's marker. */
    public int marker(int group) {
        return markers.get(group);
    }

    /** How many there are, with the markers. */
    public int count() {
        return count;
    }

    /** The number of each named group. */
    Map<String, Integer> names() {
        return Map.copyOf(names);
    }

    /** The number of the first group without a name; 0 if there is none. */
    int firstUnnamed() {
        return firstUnnamed;
    }
}
