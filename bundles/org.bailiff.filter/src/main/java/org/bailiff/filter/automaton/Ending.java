// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.automaton;

import java.util.List;

/**
 * What a text is found to be that ends in a state. Immutable.
 *
 * @param rule the regex that matches; {@link Automaton#MISSED} if none does
 * @param registers by note: where it stands, {@link Branch#HERE} or {@link Branch#UNSET}; there may be fewer than notes
 */
record Ending(int rule, List<Integer> registers) {
    static final Ending NONE = new Ending(Automaton.MISSED, List.of());

    int register(int tag) {
        return tag < registers.size() ? registers.get(tag) : Branch.UNSET;
    }
}
