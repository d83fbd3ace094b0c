// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.automaton;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bailiff.filter.regex.Node;

/** Writes programs, from their ends to their begins. Used for one program. */
final class ProgramWriter {
    /** A program of more instructions is not written. */
    private static final int MOST_INSTRUCTIONS = 20_000;

    /** What may come more often is written as if there were no bound: in a text with no more bytes, there is none. */
    static final int MOST_ROUNDS = 500;

    private static final String LAZY = "?";

    private final List<Instruction> instructions = new ArrayList<>();
    /** Of the regex that is being written: its groups with a name, and the number of each one's first note. */
    private final Map<Integer, Integer> tags = new HashMap<>();

    private final List<Integer> passed = new ArrayList<>();
    private final Marks marks = new Marks();
    private int longest = Integer.MAX_VALUE;

    /** Thrown where a regex cannot be written, or a program would be too large. */
    static final class Unsuited extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unsuited() {
            super("no automaton can tell it", null, false, false);
        }
    }

    private int add(Instruction instruction) {
        if (instructions.size() >= MOST_INSTRUCTIONS) {
            throw new Unsuited();
        }
        instructions.add(instruction);
        return instructions.size() - 1;
    }

    /** All that was written, to begin at a place. */
    Program program(int begin) {
        return new Program(List.copyOf(instructions), begin, List.copyOf(passed), longest);
    }

    /**
     * Writes a regex.
     *
     * @param rule its number
     * @param groups those of its groups of which notes are made; the notes 2n and 2n+1 are of the n-th
     * @return where it begins
     */
    int regex(Node tree, int rule, List<Integer> groups, boolean anchored) {
        tags.clear();
        groups.forEach(group -> tags.put(group, 2 * tags.size()));
        marks.collect(tree);
        int begin = write(tree, add(new Instruction.Accept(rule, 2 * groups.size())), false);
        return anchored ? begin : anywhere(begin);
    }

    /** Begins here, or behind the next byte, or the next but one. */
    private int anywhere(int begin) {
        int here = reserve();
        int later = add(new Instruction.Take(ByteSet.ANYTHING, here));
        instructions.set(here, new Instruction.Ways(List.of(begin, later)));
        return here;
    }

    /** A place for an instruction that leads to itself. */
    private int reserve() {
        return add(new Instruction.Ways(List.of()));
    }

    int ways(List<Integer> ways) {
        return ways.size() == 1 ? ways.get(0) : add(new Instruction.Ways(List.copyOf(ways)));
    }

    private int write(Node node, int next, boolean anyCase) {
        if (node instanceof Node.Sequence sequence) {
            int begin = next;
            for (int part = sequence.parts().size() - 1; part >= 0; part--) {
                begin = write(sequence.parts().get(part), begin, anyCase);
            }
            return begin;
        }
        if (node instanceof Node.Literal || node instanceof Node.OneOf) {
            return add(new Instruction.Take(set(node, anyCase), next));
        }
        if (node instanceof Node.Choice choice) {
            return ways(choice.branches().stream()
                    .map(branch -> write(branch, next, anyCase))
                    .toList());
        }
        if (node instanceof Node.Repeat repeat) {
            return repeat(repeat, next, anyCase);
        }
        return group(node, next, anyCase);
    }

    private static ByteSet set(Node node, boolean anyCase) {
        if (node instanceof Node.OneOf oneOf) {
            return Alphabet.of(oneOf, anyCase).set();
        }
        Node.Literal literal = (Node.Literal) node;
        boolean isPlain = !anyCase && literal.codePoint() < ByteSet.SIZE;
        return isPlain
                ? ByteSet.of(literal.codePoint())
                : Alphabet.of(literal, anyCase).set();
    }

    private int group(Node node, int next, boolean anyCase) {
        if (node instanceof Node.CaseScope scope) {
            return write(scope.body(), next, scope.anyCase());
        }
        if (node instanceof Node.Place place) {
            return add(new Instruction.At(Places.find(place).orElseThrow(), next));
        }
        if (node instanceof Node.Capture capture) {
            return capture(capture, next, anyCase);
        }
        if (node instanceof Node.Conditional conditional) {
            int taken = write(conditional.taken(), next, anyCase);
            int otherwise = write(conditional.otherwise(), next, anyCase);
            return add(new Instruction.Ask(marks.ofGroup(conditional.group()), taken, otherwise));
        }
        if (node instanceof Node.BackReference reference) {
            return reference(reference, next);
        }
        return look((Node.Look) node, next, anyCase);
    }

    private int capture(Node.Capture capture, int next, boolean anyCase) {
        int marked = marks.isAsked(capture.number())
                ? add(new Instruction.Mark(marks.ofGroup(capture.number()), next))
                : next;
        Integer tag = tags.get(capture.number());
        int end = tag == null ? marked : add(new Instruction.Note(tag + 1, marked));
        int body = marks.isRepeated(capture.number())
                ? markedCharacter(capture.number(), end)
                : write(capture.body(), end, anyCase);
        return tag == null ? body : add(new Instruction.Note(tag, body));
    }

    /** What a group took, once more: which character that was is known from the marks. */
    private int reference(Node.BackReference reference, int next) {
        int begin = add(new Instruction.Ways(List.of()));
        for (int character : marks.characters(reference.group())) {
            int again = add(new Instruction.Take(ByteSet.of(character), next));
            begin = add(new Instruction.Ask(marks.ofCharacter(reference.group(), character), again, begin));
        }
        return begin;
    }

    private int markedCharacter(int group, int next) {
        List<Integer> ways = new ArrayList<>();
        for (int character : marks.characters(group)) {
            int marked = add(new Instruction.Mark(marks.ofCharacter(group, character), next));
            ways.add(add(new Instruction.Take(ByteSet.of(character), marked)));
        }
        return ways(ways);
    }

    private int look(Node.Look look, int next, boolean anyCase) {
        boolean wanted = !look.opening().endsWith("!");
        if (look.opening().startsWith("(?<")) {
            return lookBehind(look.body(), wanted, next, anyCase);
        }
        if (!wanted || Suitability.isPlain(look.body())) {
            return add(new Instruction.Look(write(look.body(), add(new Instruction.Found()), anyCase), wanted, next));
        }
        return lookAtLast(look.body(), next, anyCase);
    }

    /** What is looked at where nothing else is taken behind it may as well be taken, when all that follows is noted. */
    private int lookAtLast(Node body, int next, boolean anyCase) {
        Instruction instruction = instructions.get(next);
        if (instruction instanceof Instruction.Note note) {
            return add(new Instruction.Note(note.tag(), lookAtLast(body, note.next(), anyCase)));
        }
        if (instruction instanceof Instruction.Accept) {
            return write(body, next, anyCase);
        }
        throw new Unsuited();
    }

    private int lookBehind(Node body, boolean wanted, int next, boolean anyCase) {
        if (body instanceof Node.OneOf || body instanceof Node.Literal) {
            return add(new Instruction.Behind(set(body, anyCase), wanted, next));
        }
        int kind = passed.size();
        passed.add(write(body, add(new Instruction.Ended(kind)), anyCase));
        return add(new Instruction.Passed(kind, wanted, next));
    }

    private int repeat(Node.Repeat repeat, int next, boolean anyCase) {
        boolean lazy = repeat.manner().equals(LAZY);
        boolean endless = repeat.most() == Node.ENDLESS || repeat.most() > MOST_ROUNDS;
        if (endless && repeat.most() != Node.ENDLESS) {
            longest = Math.min(longest, repeat.most());
        }
        int begin = endless ? loop(repeat.body(), lazy, next, anyCase) : options(repeat, lazy, next, anyCase);
        for (int round = 0; round < repeat.least(); round++) {
            begin = write(repeat.body(), begin, anyCase);
        }
        return begin;
    }

    private int loop(Node body, boolean lazy, int next, boolean anyCase) {
        int loop = reserve();
        int round = write(body, loop, anyCase);
        instructions.set(loop, new Instruction.Ways(lazy ? List.of(next, round) : List.of(round, next)));
        return loop;
    }

    private int options(Node.Repeat repeat, boolean lazy, int next, boolean anyCase) {
        int begin = next;
        for (int round = repeat.least(); round < repeat.most(); round++) {
            int body = write(repeat.body(), begin, anyCase);
            begin = ways(lazy ? List.of(next, body) : List.of(body, next));
        }
        return begin;
    }
}
