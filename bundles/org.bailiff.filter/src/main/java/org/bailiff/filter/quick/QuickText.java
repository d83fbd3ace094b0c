// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

import java.util.Arrays;

/**
 * A text of ASCII bytes, and what was found in it. Made once and used for one text after the other; owned by one thread.
 */
public final class QuickText {
    /** A group that took no part in the match. */
    public static final int NOTHING = -1;

    /** What a round of a repeated part counts, in steps: each goes deeper into the stack. */
    static final int ROUND = 20;

    /** How many steps a search may take: some hundred microseconds, and not too deep for a small stack. */
    private static final int MOST_STEPS = 20_000;

    private static final byte LINE_END = '\n';
    /** So many bytes are passed in the time of a step. */
    private static final int STRIDE = 64;

    private static final int UNKNOWN = -1;

    byte[] bytes = new byte[0];
    int from;
    int to;
    /** What steps keep while they run. */
    int[] slots = new int[16];
    /** Where a part that is matched by itself ended. */
    int last;
    /** From where is looked behind. */
    int here;

    private int[] places = new int[32];
    private int steps;
    /** Where the first line ends, exclusive of its end. */
    private int firstLineEnd;

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
        firstLineEnd = UNKNOWN;
    }

    /** As {@link #use}, by one who knows that there is no line end in it, but for the last byte. */
    public void useLine(byte[] array, int start, int end) {
        use(array, start, end);
        firstLineEnd = end > start && array[end - 1] == LINE_END ? end - 1 : end;
    }

    /** Where in the array a group of the last match begins, 0 for the whole; {@link #NOTHING} if it took no part. */
    public int start(int group) {
        return places[2 * group];
    }

    /** Where in the array it ends, exclusive. */
    public int end(int group) {
        return places[2 * group + 1];
    }

    /** Forgets the last match, and makes room for so many groups besides the whole. */
    void begin(int groups, int slotCount) {
        steps = MOST_STEPS;
        if (places.length < 2 * (groups + 1)) {
            places = new int[2 * (groups + 1)];
        }
        if (slots.length < slotCount) {
            slots = new int[slotCount];
        }
        Arrays.fill(places, 0, 2 * (groups + 1), NOTHING);
    }

    void spend(int count) {
        steps -= count;
        if (steps < 0) {
            throw GivenUp.SIGNAL;
        }
    }

    /** The whole match. */
    void found(int start) {
        places[0] = start;
        places[1] = last;
    }

    /** Notes what a group took; what was noted of it before, for {@link #restore}. */
    long take(int group, int start, int end) {
        int place = 2 * group;
        long before = (long) places[place] << Integer.SIZE | places[place + 1] & 0xffff_ffffL;
        places[place] = start;
        places[place + 1] = end;
        return before;
    }

    /** Takes back what was noted of a group, where what follows did not match. */
    void restore(int group, long before) {
        places[2 * group] = (int) (before >> Integer.SIZE);
        places[2 * group + 1] = (int) before;
    }

    /** Where the line ends in which this place is. */
    int lineEnd(int at) {
        int first = firstLineEnd();
        if (at <= first) {
            return first;
        }
        int end = findLineEnd(at);
        spend((end - at) / STRIDE);
        return end;
    }

    /** Whether there is no line end in it, but for the last byte. */
    boolean isOneLine() {
        return firstLineEnd() >= to - 1;
    }

    /** Looked for once. */
    private int firstLineEnd() {
        if (firstLineEnd == UNKNOWN) {
            firstLineEnd = findLineEnd(from);
        }
        return firstLineEnd;
    }

    private int findLineEnd(int start) {
        int at = start;
        while (at < to && bytes[at] != LINE_END) {
            at++;
        }
        return at;
    }
}
