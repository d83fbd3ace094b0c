// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.automaton;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import org.bailiff.filter.regex.Regex;
import org.bailiff.filter.regex.RegexSyntaxException;
import org.junit.jupiter.api.Test;

/** Whatever regexes they are: what an automaton of them tells, Java tells too, one regex after the other. */
class RandomAutomataTest {
    private static final int ROUNDS = Integer.getInteger("bailiff.regexes", 3000);
    private static final int TEXTS = 12;
    private static final String LETTERS = "aaabbbccAB  __-";
    private static final String BEFORE = "ab ";

    private final Random random = new Random(Long.getLong("bailiff.seed", 11));
    private final AsciiText text = new AsciiText();
    private int compared;
    private int matched;

    @Test
    void findWhatJavaFinds() {
        for (int count = 0; count < ROUNDS; count++) {
            compare(1, false);
        }

        assertThatMuchWasCompared();
    }

    @Test
    void findWhatJavaFindsWhereTheyAskForAGroup() {
        for (int count = 0; count < ROUNDS; count++) {
            compare(1, true);
        }

        assertThatMuchWasCompared();
    }

    @Test
    void findTheFirstOfSeveral() {
        for (int count = 0; count < ROUNDS; count++) {
            compare(2 + random.nextInt(4), false);
        }

        assertThatMuchWasCompared();
    }

    private void assertThatMuchWasCompared() {
        assertThat(compared).as("texts compared").isGreaterThan(ROUNDS * TEXTS / 4);
        assertThat(matched).as("of them, with a match").isGreaterThan(compared / 8);
    }

    private void compare(int count, boolean asking) {
        List<Regex> regexes = new ArrayList<>();
        while (regexes.size() < count) {
            suited(asking ? RandomRegex.withCondition(random) : RandomRegex.of(random))
                    .ifPresent(regexes::add);
        }
        Automaton automaton = Automaton.of(regexes, NotedGroups::all).orElseThrow();
        for (int round = 0; round < TEXTS; round++) {
            compare(automaton, regexes, line());
        }
    }

    /** Java knows no look-behind without a bound, and no possessive class of some; these are left out. */
    private static Optional<Regex> suited(String text) {
        try {
            Regex regex = Regex.of(text);
            return Automaton.withAllGroups(regex).filter(Automaton::isExact).isPresent()
                    ? Optional.of(regex)
                    : Optional.empty();
        } catch (RegexSyntaxException refused) {
            return Optional.empty();
        }
    }

    private void compare(Automaton automaton, List<Regex> regexes, String line) {
        compared++;
        byte[] bytes = (BEFORE + line + "c\n").getBytes(StandardCharsets.ISO_8859_1);
        text.use(bytes, BEFORE.length(), BEFORE.length() + line.length());
        int rule = automaton.search(text);
        matched += rule < 0 ? 0 : 1;
        assertThat(rule < 0 ? List.of(rule) : told(rule, regexes.get(rule)))
                .as("%s in '%s'", regexes, line.replace("\n", "\\n"))
                .isEqualTo(toldByJava(regexes, line));
    }

    private List<Integer> told(int rule, Regex regex) {
        List<Integer> told = new ArrayList<>(List.of(rule));
        for (int group : NotedGroups.all(regex.tree()).inJava()) {
            told.add(text.start(group) < 0 ? -1 : text.start(group) - BEFORE.length());
            told.add(text.end(group) < 0 ? -1 : text.end(group) - BEFORE.length());
        }
        return told;
    }

    private static List<Integer> toldByJava(List<Regex> regexes, String line) {
        for (int rule = 0; rule < regexes.size(); rule++) {
            Matcher matcher = regexes.get(rule).pattern().matcher(line);
            if (matcher.find()) {
                List<Integer> told = new ArrayList<>(List.of(rule));
                for (int group : NotedGroups.all(regexes.get(rule).tree()).inJava()) {
                    told.add(matcher.start(group));
                    told.add(matcher.end(group));
                }
                return told;
            }
        }
        return List.of(Automaton.MISSED);
    }

    private String line() {
        StringBuilder line = new StringBuilder();
        for (int length = random.nextInt(14); length > 0; length--) {
            line.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return line.append(random.nextBoolean() ? "\n" : "").toString();
    }
}
