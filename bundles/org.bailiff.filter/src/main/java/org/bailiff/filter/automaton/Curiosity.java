// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.automaton;

import java.util.List;

/** Tells which instructions of a program depend on the byte before them, or lead to such without taking one. */
final class Curiosity {
    private final Program program;
    private final boolean[] curious;

    private Curiosity(Program program) {
        this.program = program;
        this.curious = new boolean[program.instructions().size()];
    }

    /** By instruction. */
    static boolean[] of(Program program) {
        Curiosity curiosity = new Curiosity(program);
        boolean changed = true;
        while (changed) {
            changed = false;
            // Loops apart, what follows was written before.
            for (int place = 0; place < curiosity.curious.length; place++) {
                changed |= curiosity.look(place);
            }
        }
        return curiosity.curious;
    }

    private boolean look(int place) {
        boolean is = !curious[place] && isCurious(program.at(place));
        curious[place] |= is;
        return is;
    }

    private boolean isCurious(Instruction instruction) {
        if (instruction instanceof Instruction.At at) {
            return at.place().asksBefore() || curious[at.next()];
        }
        boolean looksBack = instruction instanceof Instruction.Behind || instruction instanceof Instruction.Passed;
        return looksBack || next(instruction).stream().anyMatch(place -> curious[place]);
    }

    private static List<Integer> next(Instruction instruction) {
        if (instruction instanceof Instruction.Ways ways) {
            return ways.ways();
        }
        if (instruction instanceof Instruction.Note note) {
            return List.of(note.next());
        }
        if (instruction instanceof Instruction.Mark mark) {
            return List.of(mark.next());
        }
        if (instruction instanceof Instruction.Ask ask) {
            return List.of(ask.taken(), ask.otherwise());
        }
        return instruction instanceof Instruction.Look look ? List.of(look.begin(), look.next()) : List.of();
    }
}
