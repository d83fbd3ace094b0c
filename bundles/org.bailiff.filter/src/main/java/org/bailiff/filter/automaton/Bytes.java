// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.automaton;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The ASCII bytes, those put together that a program cannot tell apart. A kind is a number; one more stands for no byte at
 * all. Immutable.
 */
final class Bytes {
    /** No byte: the text begins or ends there. */
    static final int NOTHING = -1;

    /** Those that {@link Place} tells apart. */
    private static final List<ByteSet> OF_PLACES = List.of(
            ByteSet.of('\n'),
            ByteSet.range('a', 'z')
                    .or(ByteSet.range('A', 'Z'))
                    .or(ByteSet.range('0', '9'))
                    .or(ByteSet.of('_')));

    private final byte[] kinds = new byte[ByteSet.SIZE];
    /** By kind: one byte of it. */
    private final int[] examples;

    private Bytes(List<ByteSet> sets) {
        List<Integer> found = new ArrayList<>();
        Map<List<Boolean>, Integer> known = new HashMap<>();
        for (int character = 0; character < ByteSet.SIZE; character++) {
            int asked = character;
            List<Boolean> membership =
                    sets.stream().map(set -> set.contains(asked)).toList();
            Integer kind = known.putIfAbsent(membership, known.size());
            if (kind == null) {
                found.add(character);
            }
            kinds[character] = known.get(membership).byteValue();
        }
        found.add(NOTHING);
        this.examples = found.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Told apart as far as one of the sets holds the one and not the other. */
    static Bytes toldApartBy(List<ByteSet> sets) {
        List<ByteSet> all = new ArrayList<>(OF_PLACES);
        all.addAll(sets);
        return new Bytes(all.stream().distinct().toList());
    }

    /** By byte: its kind. Not to be changed. */
    byte[] kinds() {
        return kinds;
    }

    /** How many kinds there are, with {@link #none}. */
    int count() {
        return examples.length;
    }

    /** The kind that stands for no byte. */
    int none() {
        return examples.length - 1;
    }

    /** A byte of this kind; {@link #NOTHING} for {@link #none}. */
    int example(int kind) {
        return examples[kind];
    }
}
