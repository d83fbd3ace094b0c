// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

import org.bailiff.filter.regex.Children;
import org.bailiff.filter.regex.Node;

/** Tells which trees can be run quickly, and what they hold. */
final class Suitability {
    static final String ATOMIC = "(?>";

    private Suitability() {}

    static boolean isSuited(Node node) {
        return isKnown(node) && Children.of(node).stream().allMatch(Suitability::isSuited);
    }

    private static boolean isKnown(Node node) {
        if (node instanceof Node.Place place) {
            return Places.find(place).isPresent();
        }
        if (isLookAround(node)) {
            boolean isBehind = ((Node.Look) node).opening().startsWith("(?<");
            return !isBehind || !Width.of(Children.of(node).get(0)).isEndless();
        }
        boolean byItself = node instanceof Node.Look || node instanceof Node.Repeat repeat && Rigidity.isWhole(repeat);
        return !byItself || !mayCaptureNothing(Children.of(node).get(0));
    }

    /** Java does not forget what was captured there, wherever it tries it: too often to know it from what may stand there. */
    private static boolean mayCaptureNothing(Node body) {
        return captures(body) && Width.of(body).least() == 0;
    }

    /** Whether it is looked at and not taken. */
    static boolean isLookAround(Node node) {
        return node instanceof Node.Look look && !look.opening().equals(ATOMIC);
    }

    /** Whether there is a group that is remembered. */
    static boolean captures(Node node) {
        return node instanceof Node.Capture || Children.of(node).stream().anyMatch(Suitability::captures);
    }
}
