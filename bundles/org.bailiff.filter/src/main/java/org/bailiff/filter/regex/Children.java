// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.regex;

import java.util.List;

/** What a node is made of. */
public final class Children {
    private Children() {}

    public static List<Node> of(Node node) {
        if (node instanceof Node.Sequence sequence) {
            return sequence.parts();
        }
        if (node instanceof Node.Choice choice) {
            return choice.branches();
        }
        if (node instanceof Node.Repeat repeat) {
            return List.of(repeat.body());
        }
        if (node instanceof Node.Capture capture) {
            return List.of(capture.body());
        }
        if (node instanceof Node.CaseScope scope) {
            return List.of(scope.body());
        }
        if (node instanceof Node.Look look) {
            return List.of(look.body());
        }
        return node instanceof Node.Conditional conditional
                ? List.of(conditional.taken(), conditional.otherwise())
                : List.of();
    }
}
