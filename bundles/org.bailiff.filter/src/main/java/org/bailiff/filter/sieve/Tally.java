// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.sieve;

import java.util.Arrays;
import org.bailiff.api.filter.Sieve.Candidates;

/** Which texts the present line holds, and which matchers have all that they need by that. Lines come in order. */
final class Tally {
    private static final int NONE = -1;

    private final NeededTexts needed;
    private final Candidates candidates;
    /** The last line that held a text of the set. */
    private final int[] lineOfSet;
    /** How many sets of the matcher the present line is the last line of. */
    private final int[] met;

    private final int[] lineOfMatcher;
    private int present = NONE;
    private int done;

    Tally(NeededTexts needed, Candidates candidates) {
        this.needed = needed;
        this.candidates = candidates;
        this.lineOfSet = new int[needed.sets()];
        this.lineOfMatcher = new int[needed.matchers()];
        this.met = new int[needed.matchers()];
        Arrays.fill(lineOfSet, NONE);
        Arrays.fill(lineOfMatcher, NONE);
    }

    /** The line holds the text. */
    void found(int text, int line) {
        if (line != present) {
            present = line;
            done = 0;
        }
        for (int set : needed.setsOf(text)) {
            if (lineOfSet[set] != line) {
                lineOfSet[set] = line;
                met(needed.matcherOf(set), line);
            }
        }
    }

    private void met(int matcher, int line) {
        met[matcher] = lineOfMatcher[matcher] == line ? met[matcher] + 1 : 1;
        lineOfMatcher[matcher] = line;
        if (met[matcher] == needed.setsFor(matcher)) {
            done++;
            candidates.add(matcher, line);
        }
    }

    /** Whether the line concerns all the matchers that need any text: there is nothing more to look for in it. */
    boolean isFull(int line) {
        return line == present && done == needed.choosy();
    }
}
