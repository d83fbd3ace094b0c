// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.automaton;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The states of an automaton as far as they are known: by their numbers, a row of edges for each, by the kind of the next
 * byte. Thread-safe: who reads without a lock sees of each edge either nothing or all, and asks for what he does not see.
 */
final class Table {
    /** Some megabytes. */
    private static final int MOST_STATES = 4000;
    /** So many edges at least are asked for that are not in the comb, before there is a new one. */
    private static final int FEWEST_ASKED = 200;

    private final Successors successors;
    private final int width;
    private final Map<State, Integer> numbers = new HashMap<>();
    private final List<State> states = new ArrayList<>();
    private final List<Boolean> steady = new ArrayList<>();
    private final int first;

    private Edge[][] rows = new Edge[16][];
    private Ending[] endings = new Ending[16];
    private int plain;

    private volatile Comb comb;
    /** How many plain edges were known when the comb was made. */
    private int combed;
    /** Counted without a lock: some more or less are no matter. */
    private int asked;

    private int mostAsked = FEWEST_ASKED;

    /** @param width how many kinds of bytes there are, with that of no byte */
    Table(Successors successors, int width) {
        this.successors = successors;
        this.width = width;
        states.add(null);
        steady.add(false);
        this.first = number(successors.first(), new Effort());
        this.comb = new CombMaker(rows, width, states.size()).make();
    }

    /** The state with which a text begins. */
    int first() {
        return first;
    }

    /** Whether it can hold no more. */
    synchronized boolean isFull() {
        return states.size() >= MOST_STATES;
    }

    /** The plain edges, for most steps. It is made anew now and then. */
    Comb comb() {
        return comb;
    }

    /**
     * Where a kind of byte leads.
     *
     * @throws Effort.Spent if to find it takes too much, or there is no room
     */
    Edge edge(int state, int kind, Effort effort) {
        Edge[][] known = rows;
        Edge[] row = state < known.length ? known[state] : null;
        Edge edge = row == null ? null : row[kind];
        if (edge == null) {
            edge = find(state, kind, effort);
        }
        if (edge.isPlain() && ++asked > mostAsked) {
            renewComb();
        }
        return edge;
    }

    private synchronized Edge find(int state, int kind, Effort effort) {
        Edge[] row = rows[state];
        if (row[kind] == null) {
            row[kind] = sameAs(row, made(state, kind, effort));
            plain += row[kind].isPlain() ? 1 : 0;
        }
        return row[kind];
    }

    private Edge made(int state, int kind, Effort effort) {
        Registers registers = new Registers();
        Optional<State> next = successors.behind(states.get(state), kind, registers, effort);
        int number = next.isPresent() ? number(next.get(), effort) : Edge.NO_STATE;
        return new Edge(number, steady.get(number), registers.moves());
    }

    /** Most kinds of bytes lead from a state to few others: an edge is there once. */
    private static Edge sameAs(Edge[] row, Edge made) {
        return Arrays.stream(row)
                .filter(edge -> edge != null && edge.isAs(made))
                .findFirst()
                .orElse(made);
    }

    private int number(State state, Effort effort) {
        Integer known = numbers.get(state);
        if (known != null) {
            return known;
        }
        if (isFull()) {
            throw new Effort.Spent();
        }
        // Only what has one branch is worth the question.
        boolean stays = state.branches().size() == 1 && successors.isSteady(state, effort);
        int number = states.size();
        if (number == rows.length) {
            rows = Arrays.copyOf(rows, 2 * number);
        }
        rows[number] = new Edge[width];
        states.add(state);
        steady.add(stays);
        numbers.put(state, number);
        return number;
    }

    /** What a text is that ends in the state with this number. */
    Ending ending(int state, Effort effort) {
        Ending[] known = endings;
        Ending ending = state < known.length ? known[state] : null;
        return ending == null ? findEnding(state, effort) : ending;
    }

    private synchronized Ending findEnding(int state, Effort effort) {
        Ending ending = successors.ending(states.get(state), effort);
        if (state >= endings.length) {
            endings = Arrays.copyOf(endings, Math.max(state + 1, 2 * endings.length));
        }
        endings[state] = ending;
        return ending;
    }

    /** A comb with what is known by now. To make one takes about as long as it took to ask for what the last had not. */
    private synchronized void renewComb() {
        if (plain > combed) {
            combed = plain;
            comb = new CombMaker(rows, width, states.size()).make();
        }
        asked = 0;
        mostAsked = FEWEST_ASKED + 4 * combed;
    }
}
