// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.automaton;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The states of an automaton as far as they are known: a row for each, with the next one's row by the kind of the byte.
 * Thread-safe: who reads without a lock sees of each entry either nothing or all, and asks for what he does not see.
 */
final class Table {
    /** An entry that is not known. One above is a plain edge's, written out; one below another edge's number, turned over. */
    static final int UNKNOWN = 0;
    /** Of a plain edge's entry, these bits are the row, and those above the register. */
    static final int ROW_BITS = 20;

    static final int ROW = (1 << ROW_BITS) - 1;

    /** Some megabytes. */
    private static final int MOST_STATES = 4000;

    final Program program;
    private final boolean[] curious;
    private final Bytes before;
    private final Bytes bytes;
    private final int width;
    private final Map<State, Integer> rows = new HashMap<>();
    private final List<State> states = new ArrayList<>();
    private final List<Boolean> steady = new ArrayList<>();
    private final int first;

    private int[] entries;
    private Edge[] edges = new Edge[64];
    private int edgeCount;
    private Ending[] endings = new Ending[16];

    Table(Program program, Bytes bytes) {
        this.program = program;
        this.bytes = bytes;
        this.before = program.before();
        this.curious = Curiosity.of(program);
        this.width = bytes.count();
        this.entries = new int[16 * width];
        states.add(null);
        steady.add(false);
        this.first = row(State.first(program), new Effort());
    }

    String sizes() {
        return states.size() + " states " + edgeCount + " edges " + width + " kinds "
                + program.instructions().size() + " instructions "
                + states.stream()
                        .filter(s -> s != null)
                        .mapToInt(s -> s.branches().size())
                        .average();
    }

    /** The row with which a text begins. */
    int first() {
        return first;
    }

    /** By row and kind; there may be newer ones. */
    int[] entries() {
        return entries;
    }

    /**
     * Where a kind of byte leads.
     *
     * @param entry what was seen of it, no more than {@link #UNKNOWN}
     * @throws Effort.Spent if to find it takes too much
     */
    Edge edge(int row, int kind, int entry, Effort effort) {
        Edge[] known = edges;
        Edge edge = entry < UNKNOWN && ~entry < known.length ? known[~entry] : null;
        return edge == null ? find(row, kind, effort) : edge;
    }

    private synchronized Edge find(int row, int kind, Effort effort) {
        int entry = entries[row + kind];
        if (entry < UNKNOWN) {
            return edges[~entry];
        }
        // A plain one that is known by now is as quickly made anew.
        Edge edge = make(states.get(row / width), bytes.example(kind), effort);
        entries[row + kind] = edge.isPlain() ? edge.register() << ROW_BITS | edge.row() : ~keep(edge);
        return edge;
    }

    private Edge make(State state, int example, Effort effort) {
        Registers registers = new Registers();
        Optional<State> following = following(state, example, registers, effort);
        int next = following.isPresent() ? row(following.get(), effort) : Edge.NO_STATE;
        return new Edge(next, next != Edge.NO_STATE && steady.get(next / width), registers.moves());
    }

    /** The state behind a byte; empty if no branch is left. */
    private Optional<State> following(State state, int example, Registers registers, Effort effort) {
        Surroundings surroundings = new Surroundings(program, state, example, effort);
        List<Branch> branches = Advance.of(program, state, surroundings, effort).stream()
                .map(registers::renumbered)
                .toList();
        if (branches.isEmpty()) {
            return Optional.empty();
        }
        Set<Integer> passing = surroundings.passing();
        boolean asks = Stream.concat(
                        Stream.concat(passing.stream(), program.passed().stream()),
                        branches.stream().flatMap(Branch::places))
                .anyMatch(place -> curious[place]);
        int last = asks ? before.example(before.kinds()[example]) : State.NO_MATTER;
        return Optional.of(new State(branches, passing, last));
    }

    private int keep(Edge edge) {
        if (edgeCount == edges.length) {
            edges = Arrays.copyOf(edges, 2 * edgeCount);
        }
        edges[edgeCount] = edge;
        return edgeCount++;
    }

    private int row(State state, Effort effort) {
        Integer known = rows.get(state);
        if (known != null) {
            return known;
        }
        if (states.size() >= MOST_STATES || (states.size() + 1) * width > ROW) {
            throw new Effort.Spent();
        }
        int row = states.size() * width;
        if (row + width > entries.length) {
            entries = Arrays.copyOf(entries, 2 * entries.length);
        }
        states.add(state);
        steady.add(false);
        rows.put(state, row);
        if (state.branches().size() == 1) {
            steady.set(row / width, isSteady(row, state, effort));
        }
        return row;
    }

    /** Whether all bytes but a line end lead to where it is. */
    private boolean isSteady(int row, State state, Effort effort) {
        for (int kind = 0; kind < bytes.none(); kind++) {
            int example = bytes.example(kind);
            if (example != '\n') {
                Registers registers = new Registers();
                Optional<State> following = following(state, example, registers, effort);
                if (!following.equals(Optional.of(state)) || registers.moves().length > 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /** What a text is that ends in the state with this row. */
    Ending ending(int row, Effort effort) {
        int number = row / width;
        Ending[] known = endings;
        Ending ending = number < known.length ? known[number] : null;
        return ending == null ? findEnding(number, effort) : ending;
    }

    private synchronized Ending findEnding(int number, Effort effort) {
        State state = states.get(number);
        Surroundings end = new Surroundings(program, state, Bytes.NOTHING, effort);
        List<Branch> matching = Advance.of(program, state, end, effort);
        Ending ending = matching.isEmpty() ? Ending.NONE : ending(matching.get(0));
        if (number >= endings.length) {
            endings = Arrays.copyOf(endings, Math.max(number + 1, 2 * endings.length));
        }
        endings[number] = ending;
        return ending;
    }

    private Ending ending(Branch branch) {
        return new Ending(((Instruction.Accept) program.at(branch.at())).rule(), branch.registers());
    }
}
