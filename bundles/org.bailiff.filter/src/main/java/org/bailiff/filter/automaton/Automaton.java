// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.automaton;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.bailiff.filter.regex.InUse;
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

    /** So many searches that need more room are left to others before what is known is thrown away. */
    private static final int MOST_REFUSALS = 1000;

    private static final InUse<List<Regex>, Automaton> KNOWN = new InUse<>();
    private static final InUse<List<Regex>, Automaton> WITH_ALL_GROUPS = new InUse<>();

    private final Bytes bytes;
    private final int longest;
    /** By regex and by Java's number of a group: where its notes are; null if only the regex's misses are known. */
    private final int[][] groups;

    private final Successors successors;
    /**
     * Replaced by an empty one when it is full, and still asked for what it does not know; forgotten where memory is short: it
     * can be learnt again.
     */
    private volatile SoftReference<Table> table = new SoftReference<>(null);

    private int refusals;

    private Automaton(Program program, int[][] groups) {
        this.bytes = program.bytes();
        this.longest = program.longest();
        this.groups = groups;
        this.successors = new Successors(program, bytes);
    }

    /**
     * One for these regexes; empty if all together are too much. Where one holds what an automaton cannot tell, it is not
     * known of the lines that might match it whether they do.
     */
    public static Optional<Automaton> of(List<Regex> regexes) {
        return shared(KNOWN, regexes, NotedGroups::withName);
    }

    /** As {@link #of(List)}, for one regex of whose groups without a name it is told too what they took. */
    public static Optional<Automaton> withAllGroups(Regex regex) {
        return shared(WITH_ALL_GROUPS, List.of(regex), NotedGroups::all);
    }

    private static Optional<Automaton> shared(
            InUse<List<Regex>, Automaton> inUse, List<Regex> regexes, Function<Node, NotedGroups> noted) {
        Optional<Automaton> known = inUse.find(regexes);
        return known.isPresent() ? known : of(regexes, noted).map(made -> inUse.add(List.copyOf(regexes), made));
    }

    static Optional<Automaton> of(List<Regex> regexes, Function<Node, NotedGroups> noted) {
        ProgramWriter writer = new ProgramWriter();
        int[][] groups = new int[regexes.size()][];
        List<Integer> begins = new ArrayList<>();
        try {
            for (int rule = 0; rule < groups.length; rule++) {
                Node tree = regexes.get(rule).tree();
                NotedGroups notes = noted.apply(tree);
                if (Suitability.isSuited(tree, notes.inTree())) {
                    groups[rule] = notes.places();
                } else {
                    tree = Loosening.of(tree);
                    notes = NotedGroups.NONE;
                }
                begins.add(writer.regex(
                        tree, rule, notes.inTree(), regexes.get(rule).isAnchored()));
            }
            int begin = writer.ways(begins);
            return Optional.of(new Automaton(writer.program(begin), groups));
        } catch (ProgramWriter.Unsuited unsuited) {
            return Optional.empty();
        }
    }

    /** Whether it holds no regex of which it knows only where it does not match. */
    public boolean isExact() {
        return Arrays.stream(groups).allMatch(Objects::nonNull);
    }

    /**
     * Looks for the first regex that matches, wherever in the text.
     *
     * @return its number, {@link #MISSED} or {@link #GAVE_UP}; where its groups are is in the text then
     */
    public int search(AsciiText text) {
        if (text.to - text.from > longest) {
            return GAVE_UP;
        }
        text.begin();
        try {
            return run(text);
        } catch (Effort.Spent | StackOverflowError tooMuch) {
            refuse();
            return GAVE_UP;
        }
    }

    /** A text asks for more. Not for each of them a table is begun anew: they may be an attacker's. */
    private synchronized void refuse() {
        if (table().isFull() && ++refusals >= MOST_REFUSALS) {
            begin();
            refusals = 0;
        }
    }

    private Table table() {
        Table known = table.get();
        return known == null ? begin() : known;
    }

    /** Two who begin at once do no harm. */
    private Table begin() {
        Table empty = new Table(successors, bytes.count());
        table = new SoftReference<>(empty);
        return empty;
    }

    private int run(AsciiText text) {
        Table known = table();
        Comb comb = known.comb();
        byte[] kinds = bytes.kinds();
        int[] registers = text.registers;
        int state = known.first();
        int at = text.from;
        int end = text.to;
        while (at < end) {
            int place = comb.begin(state);
            if (place != Comb.NOWHERE) {
                long reached = comb.walk(kinds, text.bytes, at, end, place, registers);
                at = (int) (reached >>> Integer.SIZE);
                state = comb.state((int) reached);
            }
            if (at < end) {
                Edge edge = known.edge(state, kinds[text.bytes[at]], text.effort());
                if (edge.state() == Edge.NO_STATE) {
                    return MISSED;
                }
                edge.move(registers, at);
                state = edge.state();
                at = edge.steady() ? Math.max(at + 1, end - 1) : at + 1;
            }
        }
        return ending(text, known.ending(state, text.effort()));
    }

    private int ending(AsciiText text, Ending ending) {
        if (ending.rule() < 0) {
            return MISSED;
        }
        int[] notes = groups[ending.rule()];
        if (notes == null) {
            return GAVE_UP;
        }
        text.found(ending, notes);
        return ending.rule();
    }
}
