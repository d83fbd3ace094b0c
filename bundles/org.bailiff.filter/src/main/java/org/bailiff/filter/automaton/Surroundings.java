// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.automaton;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

/** What stands around a place of a text, and the parts of a program that are looked for by themselves. Used for one place. */
final class Surroundings {
    private final Program program;
    private final int before;
    private final int behind;
    private final Effort effort;
    /** All instructions that the ways through {@link Program#passed} are at. */
    private final Set<Integer> passing = new LinkedHashSet<>();
    /** The kinds that end here. */
    private final Set<Integer> ended = new HashSet<>();

    /** @param behind the byte there, or {@link Bytes#NOTHING} at the text's end */
    Surroundings(Program program, State state, int behind, Effort effort) {
        this.program = program;
        this.before = state.before();
        this.behind = behind;
        this.effort = effort;
        program.passed().forEach(place -> reach(place, passing));
        state.passing().forEach(place -> reach(place, passing));
    }

    /** Whether a byte is there, and one of the set. */
    boolean isThere(ByteSet set) {
        return behind != Bytes.NOTHING && set.contains(behind);
    }

    boolean isEnd() {
        return behind == Bytes.NOTHING;
    }

    /** Whether an instruction that asks for what is around it goes on. */
    boolean suit(Instruction instruction) {
        if (instruction instanceof Instruction.At at) {
            return at.place().isBetween(before, behind);
        }
        if (instruction instanceof Instruction.Passed passed) {
            return ended.contains(passed.kind()) == passed.wanted();
        }
        Instruction.Behind look = (Instruction.Behind) instruction;
        return (before != Bytes.NOTHING && look.set().contains(before)) == look.wanted();
    }

    /** Where the ways through {@link Program#passed} are behind the byte. */
    Set<Integer> passing() {
        return next(passing);
    }

    /** Collects the instructions that can be reached from one without taking a byte; whether what it looks for is there. */
    boolean reach(int place, Set<Integer> reached) {
        effort.spend();
        if (!reached.add(place)) {
            return false;
        }
        Instruction instruction = program.at(place);
        if (instruction instanceof Instruction.Found) {
            return true;
        }
        if (instruction instanceof Instruction.Ended end) {
            return ended.add(end.kind());
        }
        if (instruction instanceof Instruction.Ways ways) {
            boolean found = false;
            for (int way : ways.ways()) {
                found |= reach(way, reached);
            }
            return found;
        }
        return instruction instanceof Instruction.At at && suit(at) && reach(at.next(), reached);
    }

    /** Where they lead that take the byte. */
    Set<Integer> next(Set<Integer> reached) {
        Set<Integer> next = new TreeSet<>();
        for (int place : reached) {
            if (program.at(place) instanceof Instruction.Take take && isThere(take.set())) {
                next.add(take.next());
            }
        }
        return Set.copyOf(next);
    }
}
