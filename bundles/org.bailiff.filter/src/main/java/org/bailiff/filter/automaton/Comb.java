// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.automaton;

/**
 * The plain edges of a table as far as they were known when it was made, put so close together that the processor has all
 * of them at hand: the rows stand one in the gaps of the other, as the teeth of combs, and each edge says whose it is.
 * Immutable.
 */
final class Comb {
    /** Where no row begins: an edge that is not there is nobody's. */
    static final int NOWHERE = 0;

    private static final int PLACE_BITS = 13;
    /** The last place at which a row may begin. */
    static final int LAST_PLACE = (1 << PLACE_BITS) - 1;

    private static final int REGISTER_BITS = Integer.SIZE - 2 * PLACE_BITS;
    /** The last register that may be noted. */
    static final int LAST_REGISTER = (1 << REGISTER_BITS) - 1;

    private static final int OWNER_SHIFT = PLACE_BITS + REGISTER_BITS;

    private final int[] edges;
    private final short[] states;
    private final short[] begins;

    /**
     * @param edges as {@link #edge} writes them, each as far behind its row's begin as its kind's number says; 0 where none is.
     *     Not to be changed any more
     * @param states by place: the state whose row begins there. Not to be changed any more
     * @param begins by state: where its row begins, {@link #NOWHERE} if it has none. Not to be changed any more
     */
    Comb(int[] edges, short[] states, short[] begins) {
        this.edges = edges;
        this.states = states;
        this.begins = begins;
    }

    /**
     * An edge of a row.
     *
     * @param owner where the row begins
     * @param register that notes where the text is, {@link Registers#UNREAD} if none does
     * @param next where the row begins to which it leads
     */
    static int edge(int owner, int register, int next) {
        return owner << OWNER_SHIFT | register << PLACE_BITS | next;
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
            int register = edge >>> PLACE_BITS & LAST_REGISTER;
            if (register != Registers.UNREAD) {
                registers[register] = at;
            }
            place = edge & LAST_PLACE;
            at++;
        }
        return (long) at << Integer.SIZE | place;
    }
}
