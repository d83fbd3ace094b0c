// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.regex;

import java.util.List;

/** Tells whether a regex can match at the beginning of a line only, so that no other place need be tried. */
final class Anchors {
    private static final String ATOMIC = "(?>";

    private Anchors() {}

    static boolean atLineBegin(Node node) {
        if (node instanceof Node.Place place) {
            return place.java().equals("^") || place.java().equals("\\A");
        }
        if (node instanceof Node.Sequence sequence) {
            return oneIs(sequence.parts());
        }
        if (node instanceof Node.Capture || node instanceof Node.CaseScope || isAtomic(node)) {
            return atLineBegin(Children.of(node).get(0));
        }
        if (node instanceof Node.Repeat repeat) {
            return repeat.least() > 0 && atLineBegin(repeat.body());
        }
        return node instanceof Node.Choice choice && choice.branches().stream().allMatch(Anchors::atLineBegin);
    }

    /** One of the parts, with nothing before it that takes a character. */
    private static boolean oneIs(List<Node> parts) {
        for (Node part : parts) {
            if (atLineBegin(part)) {
                return true;
            }
            if (!takesNothing(part)) {
                return false;
            }
        }
        return false;
    }

    private static boolean takesNothing(Node node) {
        return node instanceof Node.Place || node instanceof Node.Look && !isAtomic(node);
    }

    private static boolean isAtomic(Node node) {
        return node instanceof Node.Look look && look.opening().equals(ATOMIC);
    }
}
