// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

import java.util.Arrays;
import java.util.List;

/** Finds the places that tell regexes from each other best: where what one may have there the other may not. */
final class TellingPlaces {
    /** More are not compared with each other. */
    private static final int MOST_COMPARED = 200;

    private final List<ByteSet[]> outlooks;
    /** By pair, whether a place that was found tells them apart. */
    private final boolean[][] told;

    private TellingPlaces(List<ByteSet[]> outlooks) {
        this.outlooks = outlooks.subList(0, Math.min(outlooks.size(), MOST_COMPARED));
        this.told = new boolean[outlooks.size()][outlooks.size()];
    }

    /**
     * The places, the best first; fewer if no other one tells anything.
     *
     * @param depth how many places there are
     * @param most how many are wanted
     */
    static int[] of(List<ByteSet[]> outlooks, int depth, int most) {
        TellingPlaces places = new TellingPlaces(outlooks);
        int[] found = new int[most];
        for (int count = 0; count < most; count++) {
            int best = places.best(depth);
            if (best < 0) {
                return Arrays.copyOf(found, count);
            }
            found[count] = best;
            places.tell(best, true);
        }
        return found;
    }

    private int best(int depth) {
        int best = -1;
        int mostTold = 0;
        for (int place = 0; place < depth; place++) {
            int count = tell(place, false);
            if (count > mostTold) {
                mostTold = count;
                best = place;
            }
        }
        return best;
    }

    /** How many pairs the place tells apart that none did before. */
    private int tell(int place, boolean note) {
        int count = 0;
        for (int one = 0; one < outlooks.size(); one++) {
            for (int other = 0; other < one; other++) {
                if (!told[one][other] && outlooks.get(one)[place].isApart(outlooks.get(other)[place])) {
                    count++;
                    told[one][other] = note;
                }
            }
        }
        return count;
    }
}
