// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.automaton;

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

    /** What the automaton keeps while it runs, and says of its groups. */
    final int[] registers = new int[Registers.MOST];

    /** Of the last match: the registers of its groups, and by group, which of them. */
    private int[] noted = new int[0];

    private int[] places = new int[0];

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
        return place(group, 0);
    }

    /** Where in the array it ends, exclusive. */
    public int end(int group) {
        return place(group, 1);
    }

    /** What may still be spent on this text. */
    Effort effort() {
        return effort;
    }

    void begin() {
        effort.renew();
    }

    /**
     * Says what a match is.
     *
     * @param match where it ends, and in which registers its groups are
     * @param notes by group: where among these registers it is
     */
    void found(Ending match, int[] notes) {
        noted = match.registers();
        places = notes;
    }

    private int place(int group, int side) {
        int place = places[group];
        int register = place == NotedGroups.NOWHERE ? Branch.UNSET : noted[place + side];
        return register == Branch.UNSET ? NOTHING : register == Branch.HERE ? to : registers[register];
    }
}
