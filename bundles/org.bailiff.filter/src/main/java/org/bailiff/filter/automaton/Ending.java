// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.automaton;

/**
 * What a text is found to be that ends in a state. Immutable.
 *
 * @param rule the regex that matches; {@link Automaton#MISSED} if none does
 * @param registers by note: where it stands, {@link Branch#HERE} or {@link Branch#UNSET}. Not to be changed
 */
record Ending(int rule, int[] registers) {
    static final Ending NONE = new Ending(Automaton.MISSED, new int[0]);
}
