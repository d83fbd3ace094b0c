// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.automaton;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bailiff.filter.regex.Children;
import org.bailiff.filter.regex.Node;

/** Writes programs, from their ends to their begins. Used for one program. */
final class ProgramWriter {
    /** A program of more instructions is not written. */
    private static final int MOST_INSTRUCTIONS = 20_000;
    /** There are no more marks. */
    private static final int MOST_MARKS = Long.SIZE;

    private static final String LAZY = "?";

    private final List<Instruction> instructions = new ArrayList<>();
    /** Of the regex that is being written: its groups with a name, and the number of each one's first note. */
    private final Map<Integer, Integer> tags = new HashMap<>();

    private final Map<Integer, Integer> marks = new HashMap<>();
    private int markCount;

    /** Thrown where a program would be too large. */
    static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLarge() {
            super("more than can be had", null, false, false);
        }
    }

    private int add(Instruction instruction) {
        if (instructions.size() >= MOST_INSTRUCTIONS) {
            throw new TooLarge();
        }
        instructions.add(instruction);
        return instructions.size() - 1;
    }

    List<Instruction> instructions() {
        return List.copyOf(instructions);
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
        marks.clear();
        groups.forEach(group -> tags.put(group, 2 * tags.size()));
        collectMarks(tree);
        int begin = write(tree, add(new Instruction.Accept(rule)), false);
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
        if (node instanceof Node.Literal literal) {
            return add(new Instruction.Take(set(literal, anyCase), next));
        }
        if (node instanceof Node.OneOf oneOf) {
            return add(new Instruction.Take(Alphabet.of(oneOf, anyCase).set(), next));
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
            return add(new Instruction.Ask(marks.get(conditional.group()), taken, otherwise));
        }
        return look((Node.Look) node, next, anyCase);
    }

    private int capture(Node.Capture capture, int next, boolean anyCase) {
        Integer mark = marks.get(capture.number());
        int end = mark == null ? next : add(new Instruction.Mark(mark, next));
        Integer tag = tags.get(capture.number());
        if (tag == null) {
            return write(capture.body(), end, anyCase);
        }
        int body = write(capture.body(), add(new Instruction.Note(tag + 1, end)), anyCase);
        return add(new Instruction.Note(tag, body));
    }

    /** A group that is asked for has a mark. */
    private void collectMarks(Node node) {
        if (node instanceof Node.Conditional conditional && !marks.containsKey(conditional.group())) {
            if (markCount >= MOST_MARKS) {
                throw new TooLarge();
            }
            marks.put(conditional.group(), markCount++);
        }
        Children.of(node).forEach(this::collectMarks);
    }

    private int look(Node.Look look, int next, boolean anyCase) {
        boolean wanted = !look.opening().endsWith("!");
        if (look.opening().startsWith("(?<")) {
            return add(new Instruction.Behind(set(look.body(), anyCase), wanted, next));
        }
        return add(new Instruction.Look(write(look.body(), add(new Instruction.Found()), anyCase), wanted, next));
    }

    private int repeat(Node.Repeat repeat, int next, boolean anyCase) {
        boolean lazy = repeat.manner().equals(LAZY);
        int begin = repeat.most() == Node.ENDLESS
                ? loop(repeat.body(), lazy, next, anyCase)
                : options(repeat, lazy, next, anyCase);
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
