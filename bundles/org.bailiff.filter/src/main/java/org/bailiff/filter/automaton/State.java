// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.automaton;

import java.util.List;
import java.util.Set;

/**
 * All branches that there are at a place of a text, in the order in which they are preferred. Immutable.
 *
 * @param passing where the ways through {@link Program#passed} are that have begun
 * @param before a byte of the kind that stands before the place, {@link Bytes#NOTHING} at the text's begin; or
 *     {@link #NO_MATTER}
 */
record State(List<Branch> branches, Set<Integer> passing, int before) {
    static final int NO_MATTER = -2;

    /** The one with which a text begins. */
    static State first(Program program) {
        return new State(List.of(Branch.begin(program.begin())), Set.of(), Bytes.NOTHING);
    }
}
