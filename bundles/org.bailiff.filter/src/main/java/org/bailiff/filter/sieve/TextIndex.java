// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.sieve;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Texts that are looked for together, at a cost that hardly depends on how many they are. Only every fourth place of the
 * bytes is looked at: a long text is known by four grams that follow each other in it, one of which stands at such a place.
 * Shorter ones have grams of their own, and where they have room for two only, every second place is looked at for them.
 * Immutable.
 */
final class TextIndex {
    /** Every so many places are looked at. */
    static final int STEP = 4;
    /** A text of this length is a long one. */
    static final int LONG = Gram.LONGEST + STEP - 1;

    private static final int SHORT_GRAM = 3;

    private final byte[][] texts;
    private final GramTable longs;
    private final GramTable shorts;
    private final int shortStep;

    /**
     * @param texts ASCII, of three characters at least
     * @param usual what the bytes are like that they are looked for in
     */
    TextIndex(List<String> texts, UsualBytes usual) {
        this.texts = texts.stream()
                .map(text -> text.getBytes(StandardCharsets.US_ASCII))
                .toArray(byte[][]::new);
        int shortest = texts.stream().mapToInt(String::length).min().orElse(LONG);
        int shortGram = Math.min(SHORT_GRAM, shortest - 1);
        List<Gram> ofLong = new ArrayList<>();
        List<Gram> ofShort = new ArrayList<>();
        shortStep = shortest >= LONG ? 0 : Integer.highestOneBit(shortest - shortGram + 1);
        for (int index = 0; index < this.texts.length; index++) {
            if (this.texts[index].length >= LONG) {
                ofLong.addAll(rarest(index, Gram.LONGEST, STEP, usual));
            } else {
                ofShort.addAll(rarest(index, shortGram, shortStep, usual));
            }
        }
        longs = new GramTable(Gram.LONGEST, ofLong, usual);
        shorts = new GramTable(shortGram, ofShort, usual);
    }

    /** So many grams of the text, one behind the other, that are rarest. */
    private List<Gram> rarest(int index, int length, int count, UsualBytes usual) {
        byte[] text = texts[index];
        int rarest = 0;
        int least = Integer.MAX_VALUE;
        for (int offset = 0; offset + length + count - 1 <= text.length; offset++) {
            int frequency = 0;
            for (int gram = offset; gram < offset + count; gram++) {
                frequency += usual.count(Gram.bytes(text, gram, length), length);
            }
            if (frequency < least) {
                least = frequency;
                rarest = offset;
            }
        }
        return IntStream.range(rarest, rarest + count)
                .mapToObj(offset -> new Gram(Gram.bytes(text, offset, length), index, offset))
                .toList();
    }

    byte[] text(int index) {
        return texts[index];
    }

    /** Of the texts that are long enough. */
    GramTable longs() {
        return longs;
    }

    /** Of the others. */
    GramTable shorts() {
        return shorts;
    }

    /** Every so many places are looked at for short texts: {@link #STEP}, 2, or 0 if there are none. */
    int shortStep() {
        return shortStep;
    }
}
