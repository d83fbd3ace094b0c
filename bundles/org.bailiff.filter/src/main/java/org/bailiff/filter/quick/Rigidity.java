// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

import org.bailiff.filter.regex.Children;
import org.bailiff.filter.regex.Node;
import org.bailiff.filter.regex.Unrolling;

/** Tells whether a part of a regex has one way only to match from a place on, in the way in which Java tells it. */
final class Rigidity {
    private static final String POSSESSIVE = "+";

    private Rigidity() {}

    static boolean isRigid(Node node) {
        if (node instanceof Node.Choice || node instanceof Node.Conditional) {
            return false;
        }
        if (node instanceof Node.Place place) {
            return !Places.isOfWords(place);
        }
        if (Suitability.isLookAround(node)) {
            return true;
        }
        boolean counts = !(node instanceof Node.Repeat repeat)
                || repeat.least() == repeat.most() && Unrolling.of(repeat).isEmpty();
        return counts && Children.of(node).stream().allMatch(Rigidity::isRigid);
    }

    /**
     * Whether each round of a repetition is matched by itself: what it captured is not forgotten when it is taken back. What
     * may be there or not is a choice to Java.
     */
    static boolean isWhole(Node.Repeat repeat) {
        boolean isOption = repeat.least() == 0 && repeat.most() == 1;
        return isPossessive(repeat) || !isOption && isRigid(repeat.body());
    }

    static boolean isPossessive(Node.Repeat repeat) {
        return repeat.manner().equals(POSSESSIVE);
    }
}
