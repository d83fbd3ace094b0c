// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.sieve;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.bailiff.api.filter.FilterException;
import org.bailiff.api.filter.LogLine;
import org.bailiff.api.filter.Match;
import org.bailiff.api.filter.Matcher;
import org.bailiff.filter.TextDefinition;
import org.junit.jupiter.api.Test;

class LiteralSieveTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private static Matcher of(String... regexes) throws FilterException {
        List<String> lines = new ArrayList<>(List.of("[Definition]", "failregex ="));
        for (String regex : regexes) {
            lines.add("    " + regex);
        }
        return TextDefinition.compile(lines.toArray(String[]::new));
    }

    private static Set<String> sift(List<Matcher> matchers, LineBuffer batch) {
        Set<String> candidates = new TreeSet<>();
        LiteralSieve.of(matchers).sift(batch, (matcher, line) -> candidates.add(matcher + ":" + line));
        return candidates;
    }

    @Test
    void aLineConcernsTheMatchersWhoseTextsItHolds() throws FilterException {
        List<Matcher> matchers = List.of(of("^Failed .* <ADDR>$", "^Invalid <ADDR>$"), of("denied <ADDR>$"));
        LineBuffer batch = new LineBuffer("", List.of("Failed x", "x denied y", "Failed", "Invalid denied "), "");

        assertThat(sift(matchers, batch)).containsExactly("0:0", "0:3", "1:1", "1:3");
    }

    @Test
    void bytesOfOtherLinesAreNotThisLines() throws FilterException {
        LineBuffer batch = new LineBuffer("Failed\nFai", List.of("led x", "Fai", "led y", "Fail"), "ed");

        assertThat(sift(List.of(of("^Failed .* <ADDR>$")), batch)).isEmpty();
    }

    @Test
    void aMatcherWithoutCertainTextsGetsEveryLine() throws FilterException {
        LineBuffer batch = new LineBuffer("", List.of("a", "b"), "");

        assertThat(sift(List.of(of("^Failed <ADDR>$", "^(?i:invalid) <ADDR>$")), batch))
                .containsExactly("0:0", "0:1");
    }

    @Test
    void aDateThatMayBePartOfAWordMakesEveryLineACandidate() throws FilterException {
        Matcher matcher =
                TextDefinition.compile("[Definition]", "datepattern = {UNB}%%Y%%m%%d", "failregex = ^Failed <ADDR>$");

        assertThat(matcher.match(new LogLine("Fai20261122led 192.0.2.7", NOW, false), matcher.newSession()))
                .isInstanceOf(Match.Found.class);
        assertThat(sift(List.of(matcher), new LineBuffer("", List.of("Fai20261122led 192.0.2.7"), "")))
                .containsExactly("0:0");
    }

    /** Lines are made of what the regexes look for, so that many of them match. */
    @Test
    void itNeverLeavesOutALineThatTheMatcherDoesNotMiss() throws FilterException {
        List<Matcher> matchers = List.of(
                of("^- \\[\\] \"GET /login.* <ADDR>$", "^(?:Failed|Invalid user) .*<ADDR>", "(?:ab|cd)+: <ADDR>"),
                TextDefinition.compile(
                        "[Definition]",
                        "prefregex = ^\\s*app\\[\\d+\\]: <F-CONTENT>.+</F-CONTENT>$",
                        "failregex = ^(?P<x>Failed)? ?(?(x)for|Invalid user) <ADDR>",
                        "    ü <ADDR>$"),
                of("user (?i:admin) from <ADDR>", "^\\w+ (?=Failed)Failed - <ADDR>"));
        List<String> pieces = List.of(
                "2026-11-23 09:00:00 - [] \"GET /login 192.0.2.7",
                " app[7]: Invalid user 192.0.2.7",
                "Failed ",
                " 192.0.2.7",
                "2026-11-23 09:00:00",
                "Nov 23 09:00:00",
                " ",
                " ",
                "- [",
                "] \"GET /login",
                "Failed",
                "Invalid user",
                "192.0.2.7",
                "2001:db8::7",
                "app[7]: ",
                "ab",
                "cd",
                ": ",
                "for",
                "ü",
                "user ",
                "ADMIN",
                " from ",
                "-");
        long seed = 20261123;
        Random random = new Random(seed);
        int hits = 0;
        for (int round = 0; round < 200; round++) {
            List<String> lines = new ArrayList<>();
            for (int line = 0; line < 50; line++) {
                lines.add(line(pieces, random));
            }
            hits += check(matchers, lines, seed);
        }
        assertThat(hits).as("lines that matched").isGreaterThan(100);
    }

    private static String line(List<String> pieces, Random random) {
        StringBuilder line = new StringBuilder();
        for (int count = random.nextInt(7); count >= 0; count--) {
            line.append(pieces.get(random.nextInt(pieces.size())));
        }
        return line.toString();
    }

    private static int check(List<Matcher> matchers, List<String> lines, long seed) {
        Set<String> candidates = sift(matchers, new LineBuffer("xx", lines, "Failed"));
        int hits = 0;
        for (int matcher = 0; matcher < matchers.size(); matcher++) {
            for (int line = 0; line < lines.size(); line++) {
                Matcher asked = matchers.get(matcher);
                Match match = asked.match(new LogLine(lines.get(line), NOW, false), asked.newSession());
                if (!(match instanceof Match.Missed)) {
                    hits++;
                    assertThat(candidates)
                            .as("seed %d, matcher %d, line '%s'", seed, matcher, lines.get(line))
                            .contains(matcher + ":" + line);
                }
            }
        }
        return hits;
    }
}
