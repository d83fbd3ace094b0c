// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.automaton;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The states of an automaton as far as they are known: a row for each, with an entry by the kind of the next byte.
 * Thread-safe: who reads without a lock sees of each entry either nothing or all, and asks for what he does not see.
 */
final class Table {
    /** An entry that is not known. One above is a plain edge, written out; one below another edge's number, turned over. */
    static final int UNKNOWN = 0;
    /** Of a plain edge's entry, these bits are the row, and those above the register. */
    static final int ROW_BITS = 20;

    static final int ROW = (1 << ROW_BITS) - 1;

    /** Some megabytes. */
    private static final int MOST_STATES = 4000;

    private final Successors successors;
    private final int width;
    private final Map<State, Integer> rows = new HashMap<>();
    private final List<State> states = new ArrayList<>();
    private final List<Boolean> steady = new ArrayList<>();
    private final int first;

    private int[] entries;
    private Edge[] edges = new Edge[16];
    private int edgeCount;
    private Ending[] endings = new Ending[16];

    /** @param width how many kinds of bytes there are, with that of no byte */
    Table(Successors successors, int width) {
        this.successors = successors;
        this.width = width;
        this.entries = new int[16 * width];
        // No row begins where an entry would be unknown.
        states.add(null);
        steady.add(false);
        this.first = row(successors.first(), new Effort());
    }

    /** The row with which a text begins. */
    int first() {
        return first;
    }

    /** By row and kind, as far as this row at least; there may be newer ones. */
    int[] entries(int row) {
        int[] known = entries;
        return row < known.length ? known : newestEntries();
    }

    private synchronized int[] newestEntries() {
        return entries;
    }

    /** Whether it can hold no more. */
    synchronized boolean isFull() {
        return states.size() >= MOST_STATES || (states.size() + 1) * width > ROW;
    }

    /**
     * Where a kind of byte leads.
     *
     * @param entry what was seen of it, no more than {@link #UNKNOWN}
     * @throws Effort.Spent if to find it takes too much, or there is no room
     */
    Edge edge(int row, int kind, Effort effort) {
        Edge[] known = edges;
        int entry = entries(row)[row + kind];
        Edge edge = entry < UNKNOWN && ~entry < known.length ? known[~entry] : null;
        return edge == null ? find(row, kind, effort) : edge;
    }

    private synchronized Edge find(int row, int kind, Effort effort) {
        int entry = entries[row + kind];
        if (entry < UNKNOWN) {
            return edges[~entry];
        }
        // A plain one that is known by now is as quickly made anew.
        Registers registers = new Registers();
        Optional<State> state = successors.behind(states.get(row / width), kind, registers, effort);
        int next = state.isPresent() ? row(state.get(), effort) : Edge.NO_STATE;
        Edge edge = new Edge(next, next != Edge.NO_STATE && steady.get(next / width), registers.moves());
        entries[row + kind] = edge.isPlain() ? edge.register() << ROW_BITS | edge.row() : ~keep(edge);
        return edge;
    }

    private int keep(Edge edge) {
        if (edgeCount == edges.length) {
            edges = Arrays.copyOf(edges, 2 * edgeCount);
        }
        edges[edgeCount] = edge;
        return edgeCount++;
    }

    private int row(State state, Effort effort) {
        Integer known = rows.get(state);
        if (known != null) {
            return known;
        }
        if (isFull()) {
            throw new Effort.Spent();
        }
        // Only what has one branch is worth the question.
        boolean stays = state.branches().size() == 1 && successors.isSteady(state, effort);
        int row = states.size() * width;
        if (row + width > entries.length) {
            entries = Arrays.copyOf(entries, 2 * entries.length);
        }
        states.add(state);
        steady.add(stays);
        rows.put(state, row);
        return row;
    }

    /** What a text is that ends in the state with this row. */
    Ending ending(int row, Effort effort) {
        int number = row / width;
        Ending[] known = endings;
        Ending ending = number < known.length ? known[number] : null;
        return ending == null ? findEnding(number, effort) : ending;
    }

    private synchronized Ending findEnding(int number, Effort effort) {
        Ending ending = successors.ending(states.get(number), effort);
        if (number >= endings.length) {
            endings = Arrays.copyOf(endings, Math.max(number + 1, 2 * endings.length));
        }
        endings[number] = ending;
        return ending;
    }
}
