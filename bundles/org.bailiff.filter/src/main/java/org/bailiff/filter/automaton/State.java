// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.automaton;

import java.util.List;

/**
 * All branches that there are at a place of a text, in the order in which they are preferred. Immutable.
 *
 * @param before a byte of the kind that stands before the place, {@link Bytes#NOTHING} at the text's begin; or
 *     {@link #NO_MATTER}
 */
record State(List<Branch> branches, int before) {
    static final int NO_MATTER = -2;
}
