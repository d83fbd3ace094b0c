// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.automaton;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CombTest {
    private static final int WIDTH = 20;
    private static final int TEXT = 50;
    private static final Edge ODD = new Edge(1, true, new int[0]);

    private final Random random = new Random(5);
    private final byte[] kinds = new byte[WIDTH];
    private final byte[] text = new byte[TEXT];
    private final int[] noted = new int[Registers.MOST];
    private final int[] expected = new int[Registers.MOST];

    CombTest() {
        IntStream.range(0, WIDTH).forEach(kind -> kinds[kind] = (byte) kind);
    }

    /** The first state is none. */
    private Edge[][] rows(int states, int mostEdges) {
        Edge[][] rows = new Edge[states][];
        for (int state = 1; state < states; state++) {
            rows[state] = new Edge[WIDTH];
            for (int edge = random.nextInt(mostEdges + 1); edge > 0; edge--) {
                rows[state][random.nextInt(WIDTH)] =
                        random.nextInt(20) == 0 ? ODD : plain(1 + random.nextInt(states - 1));
            }
        }
        return rows;
    }

    private Edge plain(int next) {
        int register = random.nextInt(4) == 0 ? random.nextInt(Registers.MOST) : Registers.UNREAD;
        return new Edge(next, false, new int[] {register, Branch.HERE});
    }

    /** Most bytes are such that there is an edge. */
    private void write(Edge[][] rows, int begin) {
        int state = begin;
        for (int index = 0; index < TEXT; index++) {
            int tries = random.nextInt(100);
            do {
                text[index] = (byte) random.nextInt(WIDTH);
            } while (rows[state][text[index]] == null && --tries > 0);
            state = rows[state][text[index]] == null ? state : rows[state][text[index]].state();
        }
    }

    /** How many bytes were walked over. */
    private int check(Comb comb, Edge[][] rows, int begin) {
        write(rows, begin);
        System.arraycopy(noted, 0, expected, 0, noted.length);

        long reached = comb.walk(kinds, text, 0, TEXT, comb.begin(begin), noted);
        int at = (int) (reached >>> Integer.SIZE);
        int state = begin;
        for (int index = 0; index < at; index++) {
            Edge edge = rows[state][text[index]];
            if (edge.register() != Registers.UNREAD) {
                expected[edge.register()] = index;
            }
            state = edge.state();
        }

        assertThat(comb.state((int) reached)).isEqualTo(state);
        assertThat(noted).isEqualTo(expected);
        if (at < TEXT) {
            Edge left = rows[state][text[at]];
            assertThat(left == null
                            || !left.isPlain()
                            || left.register() >= 64
                            || comb.begin(left.state()) == Comb.NOWHERE)
                    .isTrue();
        }
        return at;
    }

    @Test
    void itGoesWhereTheEdgesLeadAndNoFurther() {
        int walked = 0;
        for (int round = 0; round < 2_000; round++) {
            int states = 2 + random.nextInt(30);
            Edge[][] rows = rows(states, 1 + random.nextInt(2 * WIDTH));
            Comb comb = new CombMaker(rows, WIDTH, states).make();
            for (int begin = 1; begin < states; begin++) {
                assertThat(comb.begin(begin)).isNotEqualTo(Comb.NOWHERE);
                walked += check(comb, rows, begin);
            }
        }

        assertThat(walked).isGreaterThan(50_000);
    }

    @Test
    void whatHasNoRoomIsLeftOut() {
        int states = 1_000;
        Edge[][] rows = rows(states, 3 * WIDTH);
        Comb comb = new CombMaker(rows, WIDTH, states).make();

        assertThat(IntStream.range(1, states).filter(state -> comb.begin(state) == Comb.NOWHERE))
                .isNotEmpty()
                .hasSizeLessThan(states / 2);
        IntStream.range(1, states)
                .filter(state -> comb.begin(state) != Comb.NOWHERE)
                .forEach(begin -> check(comb, rows, begin));
        assertThat(comb.begin(states)).isEqualTo(Comb.NOWHERE);
    }
}
