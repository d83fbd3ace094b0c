// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.automaton;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One of the ways through a program that are followed side by side. Immutable.
 *
 * @param at the instruction that is next
 * @param marks a bit for each mark that is set
 * @param expectations what it has looked for, and does not know yet
 * @param registers by note of its regex: the register in which the note stands, {@link #UNSET} or {@link #HERE}
 */
record Branch(int at, long marks, List<Expectation> expectations, List<Integer> registers) {
    /** The register of a note that was not made. */
    static final int UNSET = -1;
    /** Of a note that was made at the place where the text is now. */
    static final int HERE = -2;

    static Branch begin(int at) {
        return new Branch(at, 0, List.of(), List.of());
    }

    /** All that tells how it goes on. */
    Branch course() {
        return registers.isEmpty() ? this : new Branch(at, marks, expectations, List.of());
    }

    /** Where it is, and where the ways are through what it expects. */
    Stream<Integer> places() {
        return Stream.concat(
                Stream.of(at), expectations.stream().flatMap(expectation -> expectation.places().stream()));
    }

    Branch to(int next) {
        return new Branch(next, marks, expectations, registers);
    }

    Branch marked(int mark, int next) {
        return new Branch(next, marks | 1L << mark, expectations, registers);
    }

    Branch noted(int tag, int next) {
        List<Integer> notes = new ArrayList<>(registers);
        while (notes.size() <= tag) {
            notes.add(UNSET);
        }
        notes.set(tag, HERE);
        return new Branch(next, marks, expectations, List.copyOf(notes));
    }

    Branch expecting(Expectation more, int next) {
        List<Expectation> all = new ArrayList<>(expectations);
        all.remove(more);
        all.add(more);
        return new Branch(next, marks, List.copyOf(all), registers);
    }

    Branch expecting(List<Expectation> others, int next) {
        return new Branch(next, marks, others, registers);
    }

    Branch noting(List<Integer> others) {
        return new Branch(at, marks, expectations, others);
    }

    /** The register of a note. */
    int register(int tag) {
        return tag < registers.size() ? registers.get(tag) : UNSET;
    }
}
