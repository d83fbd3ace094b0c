// SPDX-License-Identifier: Apache-2.0
/**
 * Runs many regexes over ASCII bytes at once, each byte looked at once: a deterministic automaton, made as far as the texts
 * that come ask for it. It finds which regex is the first to match, and what its named groups took, as
 * {@code java.util.regex} would, one regex after the other.
 *
 * <p>A regex is a {@link org.bailiff.filter.automaton.Program}. All ways through it are followed side by side, as
 * {@link org.bailiff.filter.automaton.Branch branches}, in the order in which a backtracking search would try them. Which
 * branches there are behind a byte depends only on which there were before it: they are a state, and met again, it is one
 * look into a table. What groups took stands in registers; a step into another state says what is put where (tagged
 * automata, as V. Laurikari describes them in "NFAs with Tagged Transitions", 2000).
 */
package org.bailiff.filter.automaton;
