// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.automaton;

import java.util.Set;

/**
 * What must follow in the text, or must not. Immutable.
 *
 * @param places the instructions at which the ways through it are
 */
record Expectation(Set<Integer> places, boolean wanted) {}
