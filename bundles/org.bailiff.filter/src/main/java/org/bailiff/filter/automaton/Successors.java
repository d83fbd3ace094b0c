// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.automaton;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds which state follows another. Immutable. */
final class Successors {
    private final Program program;
    private final Bytes bytes;
    private final Bytes before;
    private final boolean[] curious;

    Successors(Program program, Bytes bytes) {
        this.program = program;
        this.bytes = bytes;
        this.before = program.before();
        this.curious = Curiosity.of(program);
    }

    /** The state with which a text begins. */
    State first() {
        return State.first(program);
    }

    /**
     * The state behind a byte; empty if no branch is left.
     *
     * @param registers are numbered for it
     */
    Optional<State> behind(State state, int kind, Registers registers, Effort effort) {
        int example = bytes.example(kind);
        Surroundings surroundings = new Surroundings(program, state, example, effort);
        List<Branch> branches = Advance.of(program, state, surroundings, effort).stream()
                .map(registers::renumbered)
                .toList();
        if (branches.isEmpty()) {
            return Optional.empty();
        }
        Set<Integer> passing = surroundings.passing();
        boolean asks = Stream.of(
                        passing.stream(),
                        program.passed().stream(),
                        branches.stream().flatMap(Branch::places))
                .flatMap(places -> places)
                .anyMatch(place -> curious[place]);
        int last = asks ? before.example(before.kinds()[example]) : State.NO_MATTER;
        return Optional.of(new State(branches, passing, last));
    }

    /** Whether all bytes but a line end leave everything as it is. */
    boolean isSteady(State state, Effort effort) {
        for (int kind = 0; kind < bytes.none(); kind++) {
            if (bytes.example(kind) != '\n') {
                Registers registers = new Registers();
                Optional<State> behind = behind(state, kind, registers, effort);
                if (!behind.equals(Optional.of(state)) || registers.moves().length > 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /** What a text is that ends in a state. */
    Ending ending(State state, Effort effort) {
        Surroundings end = new Surroundings(program, state, Bytes.NOTHING, effort);
        List<Branch> matching = Advance.of(program, state, end, effort);
        return matching.isEmpty() ? Ending.NONE : ending(matching.get(0));
    }

    private Ending ending(Branch branch) {
        Instruction.Accept accept = (Instruction.Accept) program.at(branch.at());
        int[] registers = new int[accept.notes()];
        for (int note = 0; note < registers.length; note++) {
            registers[note] = branch.register(note);
        }
        return new Ending(accept.rule(), registers);
    }
}
