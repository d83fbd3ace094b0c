// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.automaton;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Follows the branches of a state over one byte, or to the text's end. Used once. */
final class Advance {
    private final Program program;
    private final Surroundings surroundings;
    private final Effort effort;
    private final Set<Branch> seen = new HashSet<>();
    private final Set<Branch> courses = new HashSet<>();
    private final List<Branch> arrived = new ArrayList<>();
    /** Whether a match is certain, so that what is less preferred does not count. */
    private boolean settled;

    private Advance(Program program, Surroundings surroundings, Effort effort) {
        this.program = program;
        this.surroundings = surroundings;
        this.effort = effort;
    }

    /** Where the branches of a state are behind the byte, in order; at the text's end, one that matches. */
    static List<Branch> of(Program program, State state, Surroundings surroundings, Effort effort) {
        Advance advance = new Advance(program, surroundings, effort);
        state.branches().forEach(advance::follow);
        return advance.arrived;
    }

    private void follow(Branch branch) {
        effort.spend();
        if (settled || !seen.add(branch.course())) {
            return;
        }
        Instruction instruction = program.at(branch.at());
        if (instruction instanceof Instruction.Take take) {
            if (surroundings.isThere(take.set())) {
                arrive(branch, take.next());
            }
        } else if (instruction instanceof Instruction.Ways ways) {
            ways.ways().forEach(way -> follow(branch.to(way)));
        } else if (instruction instanceof Instruction.Accept) {
            accept(branch);
        } else {
            pass(branch, instruction);
        }
    }

    private void pass(Branch branch, Instruction instruction) {
        if (instruction instanceof Instruction.Note note) {
            follow(branch.noted(note.tag(), note.next()));
        } else if (instruction instanceof Instruction.Mark mark) {
            follow(branch.marked(mark.mark(), mark.next()));
        } else if (instruction instanceof Instruction.Ask ask) {
            boolean marked = (branch.marks() >>> ask.mark() & 1) != 0;
            follow(branch.to(marked ? ask.taken() : ask.otherwise()));
        } else if (instruction instanceof Instruction.Look look) {
            follow(branch.expecting(new Expectation(Set.of(look.begin()), look.wanted()), look.next()));
        } else {
            ifSuited(branch, instruction);
        }
    }

    private void ifSuited(Branch branch, Instruction instruction) {
        if (surroundings.suit(instruction)) {
            follow(branch.to(next(instruction)));
        }
    }

    private static int next(Instruction instruction) {
        if (instruction instanceof Instruction.At at) {
            return at.next();
        }
        return instruction instanceof Instruction.Behind behind
                ? behind.next()
                : ((Instruction.Passed) instruction).next();
    }

    private void accept(Branch branch) {
        arrive(branch, branch.at());
        settled |= branch.expectations().isEmpty();
    }

    private void arrive(Branch branch, int next) {
        Optional<List<Expectation>> left =
                branch.expectations().isEmpty() ? Optional.of(List.of()) : left(branch.expectations());
        if (left.isPresent()) {
            Branch there = branch.expecting(left.get(), next);
            if (courses.add(there.course())) {
                arrived.add(there);
            }
            settled |= surroundings.isEnd();
        }
    }

    /** What is still expected behind the byte; empty if what was expected is not so. */
    private Optional<List<Expectation>> left(List<Expectation> expectations) {
        List<Expectation> left = new ArrayList<>();
        for (Expectation expectation : expectations) {
            Set<Integer> reached = new LinkedHashSet<>();
            boolean found = false;
            for (int place : expectation.places()) {
                found |= surroundings.reach(place, reached);
            }
            Set<Integer> next = surroundings.next(reached);
            if (found || next.isEmpty()) {
                if (found != expectation.wanted()) {
                    return Optional.empty();
                }
            } else {
                Expectation later = new Expectation(next, expectation.wanted());
                if (!left.contains(later)) {
                    left.add(later);
                }
            }
        }
        return Optional.of(List.copyOf(left));
    }
}
