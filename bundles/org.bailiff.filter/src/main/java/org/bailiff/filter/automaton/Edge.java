// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.automaton;

import java.util.Arrays;

/**
 * A step into another state. Immutable.
 *
 * @param state the number of that state; {@link #NO_STATE} if no branch is left
 * @param steady whether that state stays what it is, whatever follows, but for a line end
 * @param moves pairs: the register that is set, and the one from which, or {@link Branch#HERE}; in an order in which none
 *     is set before it is read. Not to be changed
 */
record Edge(int state, boolean steady, int[] moves) {
    static final int NO_STATE = 0;

    void move(int[] registers, int here) {
        for (int index = 0; index < moves.length; index += 2) {
            int from = moves[index + 1];
            registers[moves[index]] = from == Branch.HERE ? here : registers[from];
        }
    }

    /** Whether it does no more than to note, in one register, where the text is. */
    boolean isPlain() {
        return state != NO_STATE && !steady && (moves.length == 0 || moves.length == 2 && moves[1] == Branch.HERE);
    }

    /** The register of a plain edge; {@link Registers#UNREAD} if it notes nothing. */
    int register() {
        return moves.length == 0 ? Registers.UNREAD : moves[0];
    }

    /** Whether both do the same. */
    boolean isAs(Edge other) {
        return state == other.state && steady == other.steady && Arrays.equals(moves, other.moves);
    }
}
