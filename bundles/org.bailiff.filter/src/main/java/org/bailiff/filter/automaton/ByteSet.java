// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.automaton;

/**
 * Which ASCII bytes may stand at a place, and whether the text may end there.
 *
 * @param low a bit for each of 0 to 63
 * @param high a bit for each of 64 to 127
 * @param end whether the text may end
 */
record ByteSet(long low, long high, boolean end) {
    /** How many bytes are ASCII. */
    static final int SIZE = 128;

    static final ByteSet NOTHING = new ByteSet(0, 0, false);
    static final ByteSet ANYTHING = new ByteSet(-1, -1, true);
    static final ByteSet END = new ByteSet(0, 0, true);

    private static final boolean[] ALL = ANYTHING.newTable();
    private static final int HALF = 64;

    static ByteSet of(int character) {
        return character < HALF ? new ByteSet(1L << character, 0, false) : new ByteSet(0, 1L << character, false);
    }

    static ByteSet range(int first, int last) {
        ByteSet set = NOTHING;
        for (int character = first; character <= last; character++) {
            set = set.or(of(character));
        }
        return set;
    }

    boolean contains(int character) {
        return ((character < HALF ? low : high) >>> character & 1) != 0;
    }

    ByteSet or(ByteSet other) {
        return new ByteSet(low | other.low, high | other.high, end || other.end);
    }

    ByteSet and(ByteSet other) {
        return new ByteSet(low & other.low, high & other.high, end && other.end);
    }

    /** All bytes that it lacks, and the end. */
    ByteSet complement() {
        return new ByteSet(~low, ~high, true);
    }

    /** Whether they have no byte in common. */
    boolean isApart(ByteSet other) {
        return (low & other.low) == 0 && (high & other.high) == 0;
    }

    /** A place for each byte; not to be changed. */
    boolean[] table() {
        return low == -1 && high == -1 ? ALL : newTable();
    }

    private boolean[] newTable() {
        boolean[] table = new boolean[SIZE];
        for (int character = 0; character < SIZE; character++) {
            table[character] = contains(character);
        }
        return table;
    }
}
