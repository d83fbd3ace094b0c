// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bailiff.filter.regex.Children;
import org.bailiff.filter.regex.Node;
import org.bailiff.filter.regex.Regex;

/** Finds groups that never take part in a match, and conditions that are always or never so. */
final class Groups {
    private final List<String> complaints = new ArrayList<>();
    /** Groups that have taken part wherever the walk is. */
    private final Set<Integer> certain = new HashSet<>();
    /** Groups that may have. */
    private final Set<Integer> possible = new HashSet<>();

    private Groups() {}

    /** What to say of the regex. */
    static List<String> complaints(Regex regex) {
        Groups groups = new Groups();
        groups.walk(regex.tree(), true);
        return groups.complaints;
    }

    /**
     * @param reachable whether what is captured there can be kept
     */
    private void walk(Node node, boolean reachable) {
        if (node instanceof Node.Capture capture) {
            walk(capture.body(), reachable);
            addCapture(capture, reachable);
        } else if (node instanceof Node.Conditional conditional) {
            addCondition(conditional.group());
            apart(List.of(conditional.taken(), conditional.otherwise()), reachable);
        } else if (node instanceof Node.Choice choice) {
            apart(choice.branches(), reachable);
        } else if (node instanceof Node.Repeat repeat && repeat.least() == 0) {
            apart(List.of(repeat.body(), new Node.Sequence(List.of())), reachable && repeat.most() != 0);
        } else if (node instanceof Node.Look look && look.opening().endsWith("!")) {
            apart(List.of(look.body(), new Node.Sequence(List.of())), false);
        } else {
            Children.of(node).forEach(child -> walk(child, reachable));
        }
    }

    /** Ways of which one is taken: certain is only what all of them capture. */
    private void apart(List<Node> ways, boolean reachable) {
        Set<Integer> certainBefore = Set.copyOf(certain);
        Set<Integer> possibleBefore = Set.copyOf(possible);
        Set<Integer> certainInAll = null;
        Set<Integer> possibleInOne = new HashSet<>();
        for (Node way : ways) {
            certain.retainAll(certainBefore);
            certain.addAll(certainBefore);
            possible.retainAll(possibleBefore);
            walk(way, reachable);
            possibleInOne.addAll(possible);
            if (certainInAll == null) {
                certainInAll = new HashSet<>(certain);
            }
            certainInAll.retainAll(certain);
        }
        certain.clear();
        certain.addAll(certainInAll);
        possible.addAll(possibleInOne);
    }

    private void addCapture(Node.Capture capture, boolean reachable) {
        if (reachable) {
            certain.add(capture.number());
            possible.add(capture.number());
        } else {
            name(capture)
                    .ifPresent(name -> complaints.add("the group '" + name
                            + "' is never set, because it stands in what must not be there, or is repeated no time;"
                            + " take it out of it"));
        }
    }

    private void addCondition(int group) {
        if (certain.contains(group)) {
            complaints.add("a condition asks for a group that always takes part, so that its other way is never"
                    + " taken; make the group optional, or write the first way alone");
        } else if (!possible.contains(group)) {
            complaints.add("a condition asks for a group that cannot have taken part there, so that its first way is"
                    + " never taken; put the group before it, or write the other way alone");
        }
    }

    private static Optional<String> name(Node.Capture capture) {
        return capture.name().or(() -> Optional.of(Integer.toString(capture.number())));
    }
}
