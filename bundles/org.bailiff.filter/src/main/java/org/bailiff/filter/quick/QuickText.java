// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

import java.util.Arrays;

/**
 * A text of ASCII bytes, and what was found in it. Made once and used for one text after the other; owned by one thread.
 */
public final class QuickText {
    /** A group that took no part in the match. */
    public static final int NOTHING = -1;

    byte[] bytes = new byte[0];
    int from;
    int to;
    int[] places = new int[32];

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

    /** Where in the array a group of the last match begins, 0 for the whole; {@link #NOTHING} if it took no part. */
    public int start(int group) {
        return places[2 * group];
    }

    /** Where in the array it ends, exclusive. */
    public int end(int group) {
        return places[2 * group + 1];
    }

    /** Forgets the last match, and makes room for so many groups besides the whole. */
    void begin(int groups) {
        if (places.length < 2 * (groups + 1)) {
            places = new int[2 * (groups + 1)];
        }
        Arrays.fill(places, 0, 2 * (groups + 1), NOTHING);
    }
}
