// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

import org.bailiff.filter.regex.Children;
import org.bailiff.filter.regex.Node;

/**
 * How many bytes a part of a regex takes.
 *
 * @param most {@link Integer#MAX_VALUE} if there is no bound
 */
record Width(int least, int most) {
    private static final Width NONE = new Width(0, 0);
    private static final Width ONE = new Width(1, 1);

    boolean isFixed() {
        return least == most;
    }

    boolean isEndless() {
        return most == Integer.MAX_VALUE;
    }

    static Width of(Node node) {
        if (node instanceof Node.Literal || node instanceof Node.OneOf) {
            return ONE;
        }
        if (node instanceof Node.Choice || node instanceof Node.Conditional) {
            return Children.of(node).stream().map(Width::of).reduce(Width::or).orElse(NONE);
        }
        if (node instanceof Node.Repeat repeat) {
            return of(repeat.body()).times(repeat.least(), repeat.most());
        }
        if (node instanceof Node.BackReference) {
            return new Width(0, Integer.MAX_VALUE);
        }
        return Suitability.isLookAround(node)
                ? NONE
                : Children.of(node).stream().map(Width::of).reduce(NONE, Width::plus);
    }

    private Width or(Width other) {
        return new Width(Math.min(least, other.least), Math.max(most, other.most));
    }

    private Width plus(Width other) {
        return new Width(bounded((long) least + other.least), bounded((long) most + other.most));
    }

    private Width times(int fewest, int many) {
        long high = many == Node.ENDLESS ? Integer.MAX_VALUE : many;
        return new Width(bounded((long) least * fewest), most == 0 ? 0 : bounded(most * high));
    }

    private static int bounded(long count) {
        return (int) Math.min(count, Integer.MAX_VALUE);
    }
}
