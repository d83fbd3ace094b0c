// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.automaton;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bailiff.filter.regex.Regex;
import org.bailiff.filter.regex.RegexSyntaxException;
import org.junit.jupiter.api.Test;

class AutomatonTest {
    private final AsciiText text = new AsciiText();

    private static Automaton automaton(String... regexes) throws RegexSyntaxException {
        List<Regex> parsed = new ArrayList<>();
        for (String regex : regexes) {
            parsed.add(Regex.of(regex));
        }
        return Automaton.of(parsed).orElseThrow();
    }

    private int search(Automaton automaton, String line) {
        byte[] bytes = line.getBytes(StandardCharsets.US_ASCII);
        text.use(bytes, 0, bytes.length);
        return automaton.search(text);
    }

    private String taken(String line, int group) {
        return text.start(group) < 0 ? null : line.substring(text.start(group), text.end(group));
    }

    @Test
    void theFirstRegexThatMatchesCountsWhereverItDoes() throws RegexSyntaxException {
        Automaton automaton = automaton("c (?P<x>\\d+)", "^a (?P<x>\\w)");
        String line = "a b c 12\n";

        assertThat(search(automaton, line)).isZero();
        assertThat(taken(line, 1)).isEqualTo("12");
        assertThat(search(automaton, "a b c\n")).isEqualTo(1);
        assertThat(search(automaton, "b c\n")).isEqualTo(Automaton.MISSED);
    }

    @Test
    void whatCannotBeToldIsLeftToOthersOnlyWhereItMayMatch() throws RegexSyntaxException {
        Automaton automaton = automaton("^(?P<word>\\w+) and (?P=word)$", "^plain (?P<x>\\d)$");

        assertThat(automaton.isExact()).isFalse();
        assertThat(search(automaton, "one and one\n")).isEqualTo(Automaton.GAVE_UP);
        assertThat(search(automaton, "one or two\n")).isEqualTo(Automaton.MISSED);
        assertThat(search(automaton, "plain 1\n")).isEqualTo(1);
    }

    @Test
    void oneOfAFewCharactersIsRemembered() throws RegexSyntaxException {
        Automaton automaton = automaton("^\\d(?P<s>[-/.])\\d(?P=s)\\d$");

        assertThat(search(automaton, "1/2/3\n")).isZero();
        assertThat(search(automaton, "1.2.3\n")).isZero();
        assertThat(search(automaton, "1/2.3\n")).isEqualTo(Automaton.MISSED);
    }

    @Test
    void aHighBoundIsKeptInLongTexts() throws RegexSyntaxException {
        Automaton automaton = automaton("^<a{0,1000}>$");

        assertThat(search(automaton, "<" + "a".repeat(998) + ">")).isZero();
        assertThat(search(automaton, "<" + "a".repeat(1001) + ">")).isEqualTo(Automaton.GAVE_UP);
    }

    @Test
    void whatIsKnownIsBoundedAndForgottenWhenItIsOfNoUse() throws RegexSyntaxException {
        // Which of the last bytes were an a is a state of its own each time.
        Automaton automaton = automaton("^[ab]*a[ab]{14}c(?P<x>.)");
        Random random = new Random(7);
        int gaveUp = 0;
        for (int count = 0; count < 4000; count++) {
            StringBuilder line = new StringBuilder();
            for (int length = 0; length < 100; length++) {
                line.append(random.nextBoolean() ? 'a' : 'b');
            }
            gaveUp += search(automaton, line + "\n") == Automaton.GAVE_UP ? 1 : 0;
        }

        assertThat(gaveUp).isBetween(1000, 3999);
        String known = "a" + "b".repeat(14) + "cd\n";
        assertThat(IntStream.rangeClosed(0, 1000).map(round -> search(automaton, known)))
                .contains(0);
    }

    @Test
    void aTextThatAsksForTooMuchIsLeftToOthers() throws RegexSyntaxException {
        Automaton automaton = automaton("^[ab]*a[ab]{200}c");
        Random random = new Random(7);
        StringBuilder line = new StringBuilder();
        for (int length = 0; length < 64 * 1024; length++) {
            line.append(random.nextBoolean() ? 'a' : 'b');
        }

        assertThat(search(automaton, line + "\n")).isEqualTo(Automaton.GAVE_UP);
        assertThat(search(automaton, "ba\n")).isEqualTo(Automaton.MISSED);
    }

    @Test
    void filtersWithTheSameRegexesShareOne() throws RegexSyntaxException {
        Automaton first = automaton("^one (?P<x>.)", "^two");

        assertThat(automaton("^one (?P<x>.)", "^two")).isSameAs(first);
        assertThat(automaton("^two", "^one (?P<x>.)")).isNotSameAs(first);
    }

    @Test
    void manyThreadsLearnTogether() throws Exception {
        Automaton automaton = automaton("^(?P<user>\\w+) from (?P<x>[a-c.]+)(?: on (?P<y>\\w+))?$");
        List<Thread> threads = new ArrayList<>();
        List<String> wrong = Collections.synchronizedList(new ArrayList<>());
        for (int seed = 0; seed < 4; seed++) {
            Random random = new Random(seed);
            threads.add(new Thread(() -> learn(automaton, random, wrong)));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(wrong).isEmpty();
    }

    private static void learn(Automaton automaton, Random random, List<String> wrong) {
        AsciiText text = new AsciiText();
        for (int count = 0; count < 2000; count++) {
            String user = Integer.toString(random.nextInt(100_000), 36);
            String line = user + " from a.b" + (random.nextBoolean() ? " on " + user : "") + "\n";
            byte[] bytes = line.getBytes(StandardCharsets.US_ASCII);
            text.use(bytes, 0, bytes.length);
            if (automaton.search(text) != 0 || text.end(1) != user.length()) {
                wrong.add(line);
            }
        }
    }
}
