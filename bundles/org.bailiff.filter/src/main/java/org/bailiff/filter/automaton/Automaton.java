// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.automaton;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bailiff.filter.regex.Node;
import org.bailiff.filter.regex.Regex;

/**
 * Finds which of some regexes is the first to match a text, and what its named groups took. Thread-safe; it grows with what
 * the texts ask for, within bounds.
 */
public final class Automaton {
    /** None matches. */
    public static final int MISSED = -1;
    /** It is not known: what there is to know was too much. */
    public static final int GAVE_UP = -2;

    private final Bytes bytes;
    /** By regex: Java's numbers of its named groups, in the order of their notes. */
    private final int[][] groups;

    final Table table;

    private Automaton(Program program, int[][] groups) {
        this.bytes = program.bytes();
        this.groups = groups;
        this.table = new Table(program, bytes);
    }

    /** Empty if one of them holds what an automaton cannot tell, or all together are too much. */
    public static Optional<Automaton> of(List<Regex> regexes) {
        return of(regexes, NotedGroups::withName);
    }

    static Optional<Automaton> of(List<Regex> regexes, Function<Node, NotedGroups> noted) {
        ProgramWriter writer = new ProgramWriter();
        int[][] groups = new int[regexes.size()][];
        List<Integer> begins = new ArrayList<>();
        try {
            for (int rule = 0; rule < groups.length; rule++) {
                Node tree = regexes.get(rule).tree();
                if (!Suitability.isSuited(tree)) {
                    return Optional.empty();
                }
                NotedGroups notes = noted.apply(tree);
                groups[rule] = notes.numbers();
                begins.add(writer.regex(
                        tree, rule, notes.inTree(), regexes.get(rule).isAnchored()));
            }
            int begin = writer.ways(begins);
            return Optional.of(new Automaton(new Program(writer.instructions(), begin), groups));
        } catch (ProgramWriter.TooLarge tooLarge) {
            return Optional.empty();
        }
    }

    /**
     * Looks for the first regex that matches, wherever in the text.
     *
     * @return its number, {@link #MISSED} or {@link #GAVE_UP}; where its groups are is in the text then
     */
    public int search(AsciiText text) {
        text.begin();
        try {
            return run(text);
        } catch (Effort.Spent | StackOverflowError tooMuch) {
            return GAVE_UP;
        }
    }

    String sizes() {
        return table.sizes();
    }

    private int run(AsciiText text) {
        Table known = table;
        byte[] kinds = bytes.kinds();
        byte[] array = text.bytes;
        int[] registers = text.registers;
        int[] entries = known.entries();
        int row = known.first();
        int at = text.from;
        int end = text.to;
        while (at < end) {
            int entry = entries[row + kinds[array[at]]];
            if (entry > Table.UNKNOWN) {
                // Mostly a register that nobody reads: to ask whether there is one would take longer.
                registers[entry >>> Table.ROW_BITS] = at;
                row = entry & Table.ROW;
                at++;
            } else {
                Edge edge = known.edge(row, kinds[array[at]], entry, text.effort());
                if (edge.row() == Edge.NO_STATE) {
                    return MISSED;
                }
                edge.move(registers, at);
                entries = known.entries();
                row = edge.row();
                at = edge.steady() ? Math.max(at + 1, end - 1) : at + 1;
            }
        }
        Ending ending = known.ending(row, text.effort());
        if (ending.rule() >= 0) {
            text.found(ending, groups[ending.rule()]);
        }
        return ending.rule();
    }
}
