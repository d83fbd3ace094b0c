// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.sieve;

import java.util.Arrays;
import java.util.List;

/** Grams of one length, in a hash table. Immutable. */
final class GramTable {
    static final int MULTIPLIER = 0x9E3779B1;
    /** So many hash functions are tried, and that is taken which takes least for a gram that is none. */
    private static final int ATTEMPTS = 8;
    /** There are so many times as many marks as grams, so that little else is taken for one. */
    private static final int SPARSENESS = 64;

    private static final int FEWEST = 1 << 13;
    /** So that they stay in the processor's first cache. */
    private static final int MOST = 1 << 15;

    private static final int NONE = -1;

    private final int length;
    private final int mask;
    private final int shift;
    /** Not zero for the hash of a gram. Bytes: bits take twice the time. */
    private final byte[] marks;
    /** By hash, each in its slot or in the next one that was free; one at least is free. */
    private final int[] grams;

    private final int[] texts;
    private final int[] offsets;
    private final int slotShift;
    private int multiplier = MULTIPLIER;

    /**
     * @param length of a gram in bytes
     * @param usual what it is to be kept apart from
     */
    GramTable(int length, List<Gram> all, UsualBytes usual) {
        int size = 4 * Integer.highestOneBit(all.size() + 1);
        this.length = length;
        mask = -1 >>> Integer.SIZE - Byte.SIZE * length;
        marks = new byte[all.isEmpty() ? 2 : Math.max(FEWEST, Math.min(MOST, size * SPARSENESS / 2))];
        shift = Integer.numberOfLeadingZeros(marks.length) + 1;
        grams = new int[size];
        texts = new int[size];
        offsets = new int[size];
        slotShift = Integer.numberOfLeadingZeros(size) + 1;
        Arrays.fill(texts, NONE);
        mark(all, usual);
        all.forEach(this::put);
    }

    private void mark(List<Gram> all, UsualBytes usual) {
        int best = multiplier;
        int fewest = all.isEmpty() ? 0 : Integer.MAX_VALUE;
        for (int attempt = 0; attempt < ATTEMPTS && fewest > 0; attempt++) {
            mark(all);
            int marked = marked(usual.sample());
            if (marked < fewest) {
                fewest = marked;
                best = multiplier;
            }
            multiplier *= MULTIPLIER;
        }
        multiplier = best;
        mark(all);
    }

    private void mark(List<Gram> all) {
        Arrays.fill(marks, (byte) 0);
        all.forEach(gram -> marks[gram.bytes() * multiplier >>> shift] = 1);
    }

    /** At how many places something may be. */
    private int marked(byte[] bytes) {
        int count = 0;
        for (int place = 0; place + length <= bytes.length; place++) {
            count += mark(Gram.bytes(bytes, place, length));
        }
        return count;
    }

    private void put(Gram gram) {
        int slot = gram.bytes() * multiplier >>> slotShift;
        while (texts[slot] != NONE) {
            slot = next(slot);
        }
        grams[slot] = gram.bytes();
        texts[slot] = gram.text();
        offsets[slot] = gram.offset();
    }

    /** Not zero if these bytes may begin with a gram. */
    int mark(int bytes) {
        return marks[(bytes & mask) * multiplier >>> shift];
    }

    /** The slot of the first gram with which these bytes begin; negative if there is none. */
    int first(int bytes) {
        return search((bytes & mask) * multiplier >>> slotShift, bytes & mask);
    }

    /** The slot of the next one; negative if there is none. */
    int after(int slot) {
        return search(next(slot), grams[slot]);
    }

    /** The text that the gram in this slot is of. */
    int text(int slot) {
        return texts[slot];
    }

    /** Where in the text it stands. */
    int offset(int slot) {
        return offsets[slot];
    }

    private int search(int from, int bytes) {
        int slot = from;
        while (texts[slot] != NONE && grams[slot] != bytes) {
            slot = next(slot);
        }
        return texts[slot] == NONE ? NONE : slot;
    }

    private int next(int slot) {
        return slot + 1 & grams.length - 1;
    }
}
