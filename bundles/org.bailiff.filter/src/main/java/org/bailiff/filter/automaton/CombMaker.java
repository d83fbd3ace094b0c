// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.automaton;

import java.util.Arrays;

/** Puts the rows of a table into a {@link Comb}, the oldest first: those are of what most lines are. Used once. */
final class CombMaker {
    /**
     * So far before the last row that found room the next one is looked for some: to look everywhere would fill no more gaps, and
     * take long where a stranger's lines asked for many rows.
     */
    private static final int REACH = 64;

    private final Edge[][] rows;
    private final int width;
    /** What is taken is not zero; what stands there is written when all rows have their places. */
    private int[] edges;

    private short[] states;
    private final short[] begins;
    /** No row is put before this place. */
    private int full = Comb.NOWHERE + 1;

    /**
     * @param rows by state; an edge that is not known is null, and so is the row of the first state, which is none
     * @param width how many edges a row has
     * @param count how many states there are
     */
    CombMaker(Edge[][] rows, int width, int count) {
        this.rows = rows;
        this.width = width;
        this.edges = new int[4 * width];
        this.states = new short[edges.length];
        this.begins = new short[count];
    }

    Comb make() {
        for (int state = 1; state < begins.length; state++) {
            place(rows[state], state);
        }
        for (int state = 1; state < begins.length; state++) {
            if (begins[state] != Comb.NOWHERE) {
                fill(rows[state], begins[state]);
            }
        }
        int length = last() + width;
        return new Comb(Arrays.copyOf(edges, length), Arrays.copyOf(states, length), begins);
    }

    private void place(Edge[] row, int state) {
        int place = full;
        while (place <= Comb.LAST_PLACE && !isRoom(place, row)) {
            place++;
        }
        if (place > Comb.LAST_PLACE) {
            return;
        }
        begins[state] = (short) place;
        states[place] = (short) state;
        for (int kind = 0; kind < width; kind++) {
            if (fits(row[kind])) {
                edges[place + kind] = Comb.edge(place, Registers.UNREAD, Comb.NOWHERE);
            }
        }
        full = Math.max(full, place - REACH);
        while (full < states.length && states[full] != 0) {
            full++;
        }
    }

    private boolean isRoom(int place, Edge[] row) {
        if (place + width > edges.length) {
            edges = Arrays.copyOf(edges, 2 * edges.length);
            states = Arrays.copyOf(states, edges.length);
        }
        if (states[place] != 0) {
            return false;
        }
        for (int kind = 0; kind < width; kind++) {
            if (edges[place + kind] != 0 && fits(row[kind])) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is an edge that a comb can hold. */
    private static boolean fits(Edge edge) {
        return edge != null && edge.isPlain() && edge.register() <= Comb.LAST_REGISTER;
    }

    private void fill(Edge[] row, int place) {
        for (int kind = 0; kind < width; kind++) {
            if (fits(row[kind])) {
                int next = begins[row[kind].state()];
                // What leads to a row for which there was no room is as if it was not known.
                edges[place + kind] = next == Comb.NOWHERE ? 0 : Comb.edge(place, row[kind].register(), next);
            }
        }
    }

    /** Where the last row begins. */
    private int last() {
        int last = edges.length - width;
        while (last > 0 && states[last] == 0) {
            last--;
        }
        return last;
    }
}
