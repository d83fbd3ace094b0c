// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.automaton;

/** How much of an automaton may still be made for a text: a hostile one is to cost little. Owned by one search. */
final class Effort {
    /** Some milliseconds. */
    private static final int MOST = 50_000;

    private int left = MOST;

    /** Thrown when it is spent. */
    static final class Spent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Spent() {
            super("too much", null, false, false);
        }
    }

    /** All is left. */
    void renew() {
        left = MOST;
    }

    /** @throws Spent if nothing is left */
    void spend() {
        if (--left < 0) {
            throw new Spent();
        }
    }
}
