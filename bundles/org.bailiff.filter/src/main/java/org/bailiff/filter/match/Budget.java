// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.match;

/** The steps that a line may still cost, or a part of them. Owned by one line. */
final class Budget {
    /** Null for the whole. */
    private final Budget whole;

    private int left;

    private Budget(Budget whole, int steps) {
        this.whole = whole;
        this.left = steps;
    }

    static Budget of(int steps) {
        return new Budget(null, steps);
    }

    /** So many of these steps at most; what the part takes is taken from the whole. */
    Budget part(int most) {
        return new Budget(this, most);
    }

    int left() {
        return whole == null ? left : Math.min(left, whole.left());
    }

    void take(int steps) {
        left = Math.max(left - steps, 0);
        if (whole != null) {
            whole.take(steps);
        }
    }
}
