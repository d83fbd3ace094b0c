// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.automaton;

import java.util.Arrays;

/**
 * A text of ASCII bytes, with no line end in it but maybe its last byte, and what was found in it. Made once and used for
 * one text after the other; owned by one thread.
 */
public final class AsciiText {
    /** A group that took no part in the match. */
    public static final int NOTHING = -1;

    byte[] bytes = new byte[0];
    int from;
    int to;

    private int[] places = new int[32];
    /** What the automaton keeps while it runs. */
    final int[] registers = new int[Registers.MOST];

    private final Effort effort = new Effort();

    /**
     * Says what is looked at: these bytes and no others, as if they were a text of their own. All of them are ASCII.
     *
     * @param start where it begins in the array
     * @param end where it ends in the array, exclusive
     */
    public void use(byte[] array, int start, int end) {
        bytes = array;
        from = start;
        to = end;
    }

    /** Where in the array a named group of the last match begins; {@link #NOTHING} if it took no part. */
    public int start(int group) {
        return places[2 * group];
    }

    /** Where in the array it ends, exclusive. */
    public int end(int group) {
        return places[2 * group + 1];
    }

    /** What may still be spent on this text. */
    Effort effort() {
        return effort;
    }

    void begin() {
        effort.renew();
    }

    void found(Ending ending, int[] groups) {
        int[] noted = ending.registers();
        for (int index = 0; index < groups.length; index++) {
            int place = 2 * groups[index];
            if (place + 1 >= places.length) {
                places = Arrays.copyOf(places, 2 * place + 2);
            }
            places[place] = place(noted[2 * index]);
            places[place + 1] = place(noted[2 * index + 1]);
        }
    }

    private int place(int register) {
        return register == Branch.UNSET ? NOTHING : register == Branch.HERE ? to : registers[register];
    }
}
