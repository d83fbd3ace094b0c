// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.automaton;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Follows the branches of a state over one byte, or to the text's end. Used once. */
final class Advance {
    private final Program program;
    private final int before;
    private final int behind;
    private final Effort effort;
    private final Set<Branch> seen = new HashSet<>();
    private final Set<Branch> courses = new HashSet<>();
    private final List<Branch> arrived = new ArrayList<>();
    /** Whether a match is certain, so that what is less preferred does not count. */
    private boolean settled;

    /** @param behind the byte, or {@link Bytes#NOTHING} */
    private Advance(Program program, int before, int behind, Effort effort) {
        this.program = program;
        this.before = before;
        this.behind = behind;
        this.effort = effort;
    }

    /**
     * Where the branches are behind the byte, in order; at the text's end, those that match.
     *
     * @param behind the byte, or {@link Bytes#NOTHING}
     */
    static List<Branch> of(Program program, State state, int behind, Effort effort) {
        Advance advance = new Advance(program, state.before(), behind, effort);
        for (Branch branch : state.branches()) {
            advance.follow(branch);
        }
        return advance.arrived;
    }

    private void follow(Branch branch) {
        effort.spend();
        if (settled || !seen.add(branch.course())) {
            return;
        }
        Instruction instruction = program.at(branch.at());
        if (instruction instanceof Instruction.Take take) {
            if (behind != Bytes.NOTHING && take.set().contains(behind)) {
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
            nextIfHere(instruction).ifPresent(next -> follow(branch.to(next)));
        }
    }

    /** What follows an instruction that asks for what is around it, if that is so here. */
    private Optional<Integer> nextIfHere(Instruction instruction) {
        if (instruction instanceof Instruction.At at) {
            return Optional.of(at.next()).filter(next -> at.place().isBetween(before, behind));
        }
        Instruction.Behind look = (Instruction.Behind) instruction;
        boolean there = before != Bytes.NOTHING && look.set().contains(before);
        return Optional.of(look.next()).filter(next -> there == look.wanted());
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
            settled |= behind == Bytes.NOTHING;
        }
    }

    /** What is still expected behind the byte; empty if what was expected is not so. */
    private Optional<List<Expectation>> left(List<Expectation> expectations) {
        List<Expectation> left = new ArrayList<>();
        for (Expectation expectation : expectations) {
            Set<Integer> reached = new LinkedHashSet<>();
            boolean found = expectation.places().stream().anyMatch(place -> isFound(place, reached));
            Set<Integer> next = new TreeSet<>();
            reached.forEach(place -> next.addAll(taken(place)));
            if (found || next.isEmpty()) {
                if (found != expectation.wanted()) {
                    return Optional.empty();
                }
            } else {
                Expectation later = new Expectation(Set.copyOf(next), expectation.wanted());
                if (!left.contains(later)) {
                    left.add(later);
                }
            }
        }
        return Optional.of(List.copyOf(left));
    }

    /** Whether what is looked for is there; if not, all instructions that can be reached are known then. */
    private boolean isFound(int place, Set<Integer> reached) {
        effort.spend();
        if (!reached.add(place)) {
            return false;
        }
        Instruction instruction = program.at(place);
        if (instruction instanceof Instruction.Found) {
            return true;
        }
        if (instruction instanceof Instruction.Ways ways) {
            return ways.ways().stream().anyMatch(way -> isFound(way, reached));
        }
        boolean takes = instruction instanceof Instruction.Take;
        return !takes
                && nextIfHere(instruction).map(next -> isFound(next, reached)).orElse(false);
    }

    private List<Integer> taken(int place) {
        return program.at(place) instanceof Instruction.Take take
                        && behind != Bytes.NOTHING
                        && take.set().contains(behind)
                ? List.of(take.next())
                : List.of();
    }
}
