// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Tells which of many regexes can match a text at all, from a few of the bytes that it begins with: the others need not be
 * tried. Immutable.
 */
public final class QuickChoice {
    /** What {@link #next} answers when there is none left. */
    public static final int NONE = -1;

    /** How far into a text is looked. */
    private static final int DEPTH = 12;
    /** At how many places there. */
    private static final int PLACES = 4;

    private static final int WORD = Long.SIZE;
    private static final int ROWS = ByteSet.SIZE + 1;

    private final int count;
    private final int words;
    private final int[] places;
    /** By place, by the byte that stands there or the text's end, by word: a bit for each regex that may match. */
    private final long[] rows;

    private QuickChoice(List<ByteSet[]> outlooks) {
        this.count = outlooks.size();
        this.words = (count + WORD - 1) / WORD;
        this.places = TellingPlaces.of(outlooks, DEPTH, PLACES);
        this.rows = new long[places.length * ROWS * words];
        for (int place = 0; place < places.length; place++) {
            for (int regex = 0; regex < count; regex++) {
                mark(place, regex, outlooks.get(regex)[places[place]]);
            }
        }
    }

    /** A choice of these; one that has no quick form is always to be tried. */
    public static QuickChoice of(List<Optional<QuickRegex>> regexes) {
        return new QuickChoice(regexes.stream().map(QuickChoice::outlook).toList());
    }

    private static ByteSet[] outlook(Optional<QuickRegex> regex) {
        return regex.filter(QuickRegex::isAnchored)
                .map(quick -> quick.outlook(DEPTH))
                .orElseGet(() -> {
                    ByteSet[] anything = new ByteSet[DEPTH];
                    Arrays.fill(anything, ByteSet.ANYTHING);
                    return anything;
                });
    }

    private void mark(int place, int regex, ByteSet set) {
        for (int character = 0; character < ROWS; character++) {
            if (character == ByteSet.SIZE ? set.end() : set.contains(character)) {
                rows[(place * ROWS + character) * words + regex / WORD] |= 1L << regex;
            }
        }
    }

    /**
     * The first that may match the text, of those from a number on.
     *
     * @param from the number of a regex in the list, the first is 0
     * @return its number, or {@link #NONE}
     */
    public int next(QuickText text, int from) {
        if (!text.isOneLine()) {
            return from < count ? from : NONE;
        }
        for (int word = from / WORD; word < words; word++) {
            long possible = possible(text, word) & (word == from / WORD ? -1L << from : -1L);
            if (possible != 0) {
                return word * WORD + Long.numberOfTrailingZeros(possible);
            }
        }
        return NONE;
    }

    private long possible(QuickText text, int word) {
        int rest = count - word * WORD;
        long possible = rest >= WORD ? -1L : (1L << rest) - 1;
        for (int place = 0; place < places.length && possible != 0; place++) {
            int at = text.from + places[place];
            if (at <= text.to) {
                int character = at < text.to ? text.bytes[at] : ByteSet.SIZE;
                possible &= rows[(place * ROWS + character) * words + word];
            }
        }
        return possible;
    }
}
