// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.sieve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bailiff.api.filter.FilterException;
import org.bailiff.api.filter.Matcher;
import org.bailiff.filter.TextDefinition;
import org.junit.jupiter.api.Test;

/** The sieve against what it stands for: of each set of texts that a matcher needs, one is in the line. */
class LiteralSieveModelTest {
    private static final long SEED = 20261126;
    private static final String LETTERS = "abcd :[";

    private final Random random = new Random(SEED);
    private final List<String> words = new ArrayList<>();
    private int candidates;

    private Matcher matcher() throws FilterException {
        List<String> lines = new ArrayList<>(List.of("[Definition]"));
        if (random.nextInt(3) == 0) {
            lines.add("prefregex = ^\\S+ " + quoted(word()) + " <F-CONTENT>.+</F-CONTENT>$");
        }
        lines.add("failregex =");
        for (int count = random.nextInt(4); count >= 0; count--) {
            lines.add("    " + quoted(word()) + "\\d* from <ADDR>$");
        }
        return TextDefinition.compile(lines.toArray(String[]::new));
    }

    private static String quoted(String word) {
        return word.replace("[", "\\[");
    }

    /** A text that matchers look for from now on. */
    private String word() {
        StringBuilder word = new StringBuilder("x");
        for (int length = random.nextInt(14); length >= 0; length--) {
            word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        words.add(word.append('y').toString());
        return word.toString();
    }

    private List<String> lines(int count) {
        List<String> lines = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            StringBuilder line = new StringBuilder();
            for (int pieces = random.nextInt(8); pieces > 0; pieces--) {
                line.append(piece());
            }
            lines.add(line.toString());
        }
        return lines;
    }

    /** A word, a part of one, one and the beginning of another, or something else. */
    private String piece() {
        String word = words.get(random.nextInt(words.size()));
        switch (random.nextInt(5)) {
            case 0:
                return word.substring(random.nextInt(word.length()));
            case 1:
                return word.substring(0, random.nextInt(word.length()));
            case 2:
                return " from ";
            case 3:
                return "ü" + LETTERS.substring(random.nextInt(LETTERS.length()));
            default:
                return word;
        }
    }

    private static List<String> expected(List<Matcher> matchers, List<String> lines) {
        List<String> expected = new ArrayList<>();
        for (int matcher = 0; matcher < matchers.size(); matcher++) {
            Need need = Need.of(matchers.get(matcher));
            for (int line = 0; line < lines.size(); line++) {
                String text = lines.get(line);
                if (need.anyOfEach().stream().allMatch(set -> set.stream().anyMatch(text::contains))) {
                    expected.add(matcher + ":" + line);
                }
            }
        }
        return expected;
    }

    private static List<String> sifted(LiteralSieve sieve, int matchers, LineBuffer batch) {
        List<List<String>> byMatcher = new ArrayList<>();
        for (int matcher = 0; matcher < matchers; matcher++) {
            byMatcher.add(new ArrayList<>());
        }
        sieve.sift(batch, (matcher, line) -> byMatcher.get(matcher).add(matcher + ":" + line));
        List<String> all = new ArrayList<>();
        byMatcher.forEach(all::addAll);
        return all;
    }

    private void check(int matcherCount, int lineCount, String lineEnd) throws FilterException {
        words.clear();
        List<Matcher> matchers = new ArrayList<>();
        for (int index = 0; index < matcherCount; index++) {
            matchers.add(matcher());
        }
        LiteralSieve sieve = LiteralSieve.of(matchers);
        for (int batch = 0; batch < 3; batch++) {
            List<String> lines = lines(lineCount);
            String before = piece();
            String behind = random.nextBoolean() ? "" : "x";

            List<String> expected = expected(matchers, lines);
            candidates += expected.size();
            assertThat(sifted(sieve, matcherCount, new LineBuffer(before, lines, lineEnd, behind)))
                    .as("seed %d, %d matchers, batch %d", SEED, matcherCount, batch)
                    .isEqualTo(expected);
        }
    }

    @Test
    void itNamesTheLinesThatHoldWhatMatchersNeedAndNoOthers() throws FilterException {
        for (int round = 0; round < 15; round++) {
            check(1 + random.nextInt(12), 1 + random.nextInt(60), "\n");
        }
        assertThat(candidates).isGreaterThan(100);
    }

    @Test
    void linesThatTouchEachOtherAreNotOne() throws FilterException {
        for (int round = 0; round < 8; round++) {
            check(1 + random.nextInt(5), 1 + random.nextInt(60), "");
        }
    }

    @Test
    void whatItLearnsOfALogChangesNothing() throws FilterException {
        for (int round = 0; round < 3; round++) {
            check(1 + random.nextInt(12), 4000, "\r\n");
        }
    }
}
