// SPDX-License-Identifier: Apache-2.0
package org.bailiff.dialect;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody probably meant to write. */
public final class Nearest {
    private Nearest() {}

    /**
     * The candidate with the fewest letters added, left out or changed; of several, the first in the alphabet. Empty if
     * none is near, that is, if more than a third of the letters would have to change.
     */
    public static Optional<String> to(String written, Collection<String> candidates) {
        int limit = Math.max(1, written.length() / 3);
        return candidates.stream()
                .filter(candidate -> distance(written, candidate) <= limit)
                .min(Comparator.<String>comparingInt(candidate -> distance(written, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** The edit distance, in which upper and lower case are the same. */
    private static int distance(String one, String other) {
        String from = one.toLowerCase(Locale.ROOT);
        String into = other.toLowerCase(Locale.ROOT);
        int[] previous = new int[into.length() + 1];
        for (int column = 0; column <= into.length(); column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            previous = nextRow(from.charAt(row - 1), row, into, previous);
        }
        return previous[into.length()];
    }

    private static int[] nextRow(char letter, int row, String into, int[] previous) {
        int[] current = new int[into.length() + 1];
        current[0] = row;
        for (int column = 1; column <= into.length(); column++) {
            int change = previous[column - 1] + (letter == into.charAt(column - 1) ? 0 : 1);
            current[column] = Math.min(change, Math.min(previous[column], current[column - 1]) + 1);
        }
        return current;
    }
}
