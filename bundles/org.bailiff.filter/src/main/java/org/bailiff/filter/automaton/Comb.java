// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.automaton;

import java.util.Arrays;

/**
 * The plain edges of a table as far as they were known when it was made, put so close together that the processor has all
 * of them at hand: the rows stand one in the gaps of the other, as the teeth of combs, and each edge says whose it is.
 * Immutable.
 */
final class Comb {
    /** Where no row begins: an edge that is not there is nobody's. */
    static final int NOWHERE = 0;

    /** An edge, from its lowest bit: where the row begins to which it leads, the register, where its own row begins. */
    private static final int PLACE_BITS = 13;

    private static final int PLACE = (1 << PLACE_BITS) - 1;
    private static final int REGISTER_BITS = Integer.SIZE - 2 * PLACE_BITS;
    private static final int REGISTER = (1 << REGISTER_BITS) - 1;
    private static final int OWNER_SHIFT = PLACE_BITS + REGISTER_BITS;

    /**
     * So far before the last row that found room the next one is looked for some: to look everywhere would fill no more gaps, and
     * take long where a stranger's lines asked for many rows.
     */
    private static final int REACH = 64;

    private final int width;
    private int[] edges;
    /** By place: the state whose row begins there. */
    private short[] states;
    /** By state: where its row begins; {@link #NOWHERE} if there was no more room. */
    private final short[] begins;
    /** No row is put before this place. */
    private int full = NOWHERE + 1;

    /**
     * @param rows of edges, by state; null for those that are not known
     * @param count how many states there are, of which the first is none
     */
    Comb(Edge[][] rows, int width, int count) {
        this.width = width;
        this.edges = new int[4 * width];
        this.states = new short[edges.length];
        this.begins = new short[count];
        for (int state = 1; state < count; state++) {
            place(rows[state], state);
        }
        for (int state = 1; state < count; state++) {
            fill(rows[state], state);
        }
        edges = Arrays.copyOf(edges, last() + width);
        states = Arrays.copyOf(states, edges.length);
    }

    private void place(Edge[] row, int state) {
        int place = full;
        while (place <= PLACE && !isRoom(place, row)) {
            place++;
        }
        if (place > PLACE) {
            return;
        }
        begins[state] = (short) place;
        states[place] = (short) state;
        for (int kind = 0; kind < width; kind++) {
            if (isPlain(row[kind])) {
                edges[place + kind] = place << OWNER_SHIFT;
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
            if (edges[place + kind] != 0 && isPlain(row[kind])) {
                return false;
            }
        }
        return true;
    }

    /** Whether an edge has room here, too. */
    private static boolean isPlain(Edge edge) {
        return edge != null && edge.isPlain() && edge.register() <= REGISTER;
    }

    private void fill(Edge[] row, int state) {
        int place = begins[state];
        for (int kind = 0; kind < width && place != NOWHERE; kind++) {
            if (isPlain(row[kind])) {
                int next = begins[row[kind].state()];
                // What leads to a row for which there was no room is as if it was not known.
                edges[place + kind] =
                        next == NOWHERE ? 0 : place << OWNER_SHIFT | row[kind].register() << PLACE_BITS | next;
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

    /** Where the row of a state begins, {@link #NOWHERE} if it has none. */
    int begin(int state) {
        return state < begins.length ? begins[state] : NOWHERE;
    }

    /** The state whose row begins at this place. */
    int state(int place) {
        return states[place];
    }

    /**
     * Goes as far as the edges lead.
     *
     * @param kinds by byte
     * @param begin where the row of the first state begins
     * @param registers where the edges note where they are
     * @return in the upper half the index of the byte behind, in the lower where the last state's row begins
     */
    long walk(byte[] kinds, byte[] bytes, int from, int to, int begin, int[] registers) {
        int[] known = edges;
        int place = begin;
        int at = from;
        while (at < to) {
            int edge = known[place + kinds[bytes[at]]];
            if (edge >>> OWNER_SHIFT != place) {
                break;
            }
            int register = edge >>> PLACE_BITS & REGISTER;
            if (register != Registers.UNREAD) {
                registers[register] = at;
            }
            place = edge & PLACE;
            at++;
        }
        return (long) at << Integer.SIZE | place;
    }
}
