// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.automaton;

import java.util.List;
import java.util.stream.Stream;

/**
 * Regexes as instructions. Immutable.
 *
 * @param begin where it begins
 * @param passed the begins of parts that are looked for at all places of a text, so that it is known where they end
 * @param longest of how many bytes a text may be for which it holds
 */
record Program(List<Instruction> instructions, int begin, List<Integer> passed, int longest) {

    Instruction at(int place) {
        return instructions.get(place);
    }

    /** The bytes, told apart as far as an instruction does. */
    Bytes bytes() {
        return Bytes.toldApartBy(Stream.concat(taken(), lookedAtBehind()).toList());
    }

    /** The bytes, told apart as far as it matters what stands before a place. */
    Bytes before() {
        return Bytes.toldApartBy(lookedAtBehind().toList());
    }

    private Stream<ByteSet> taken() {
        return instructions.stream()
                .filter(Instruction.Take.class::isInstance)
                .map(instruction -> ((Instruction.Take) instruction).set())
                .distinct();
    }

    private Stream<ByteSet> lookedAtBehind() {
        return instructions.stream()
                .filter(Instruction.Behind.class::isInstance)
                .map(instruction -> ((Instruction.Behind) instruction).set())
                .distinct();
    }
}
