// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.automaton;

import java.util.List;

/** What a {@link Program} does at a place of its own. The numbers are places of the program, unless told otherwise. */
sealed interface Instruction {

    /** Takes a byte of the set. */
    record Take(ByteSet set, int next) implements Instruction {}

    /** Several ways, the one to be preferred first. */
    record Ways(List<Integer> ways) implements Instruction {}

    /**
     * Notes where in the text it stands.
     *
     * @param tag the number of the note among those of its regex
     */
    record Note(int tag, int next) implements Instruction {}

    /**
     * Marks that a group took part.
     *
     * @param mark the number of the mark
     */
    record Mark(int mark, int next) implements Instruction {}

    /**
     * One way if a mark is set, the other if not.
     *
     * @param mark the number of the mark
     */
    record Ask(int mark, int taken, int otherwise) implements Instruction {}

    /** Goes on only at such a place of the text. */
    record At(Place place, int next) implements Instruction {}

    /** Goes on only behind a byte of the set, or only not behind one. */
    record Behind(ByteSet set, boolean wanted, int next) implements Instruction {}

    /**
     * Goes on only where a text of some kind ends, or only where none does.
     *
     * @param kind the number of the kind among those that the program {@link Program#passed() watches for}
     */
    record Passed(int kind, boolean wanted, int next) implements Instruction {}

    /**
     * A text of some kind ends here.
     *
     * @param kind as {@link Passed#kind}
     */
    record Ended(int kind) implements Instruction {}

    /**
     * Goes on only where the text that follows is such, or only where it is not.
     *
     * @param begin where the part of the program begins that tells it
     */
    record Look(int begin, boolean wanted, int next) implements Instruction {}

    /** What a {@link Look} looks for is there. */
    record Found() implements Instruction {}

    /**
     * A match.
     *
     * @param rule the number of the regex among those that are run together
     * @param notes how many notes it may have made
     */
    record Accept(int rule, int notes) implements Instruction {}
}
