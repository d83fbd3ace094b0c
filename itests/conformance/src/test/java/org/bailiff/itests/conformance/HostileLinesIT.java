// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.bailiff.api.Failure;
import org.bailiff.api.filter.CutOff;
import org.bailiff.api.filter.FilterException;
import org.bailiff.api.filter.FilterOptions;
import org.bailiff.api.filter.LogLine;
import org.bailiff.api.filter.Match;
import org.bailiff.api.filter.Session;
import org.bailiff.api.filter.Trace;
import org.bailiff.filter.FilterCompilerComponent;
import org.bailiff.filter.lint.HostileLine;
import org.bailiff.filter.match.CompiledFilter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * No line, however made, costs a stock filter more than its steps, and after it a harmless line is matched as before. The
 * lines are 64 KB long, and made from each regex's own loops.
 */
class HostileLinesIT {
    private static final int LENGTH = 64 * 1024;
    private static final int LINES_PER_FILTER = 25;
    private static final String DATE = "Aug 14 09:00:00 ";

    /** The lines of the quick ring are the same each time; the long one takes all there are. */
    private static final long QUICK_SEED = 1;

    private final StockFilters filters = StockFilters.installed();
    private final long seed = Long.getLong("bailiff.seed", QUICK_SEED);

    @BeforeAll
    static void fail2banIsInstalled() {
        Oracle.require();
    }

    @TestFactory
    Stream<DynamicTest> someOfTheLinesStayWithinTheirSteps() throws Exception {
        return tests(LINES_PER_FILTER);
    }

    @Tag("long")
    @TestFactory
    Stream<DynamicTest> allOfTheLinesStayWithinTheirSteps() throws Exception {
        return tests(Integer.MAX_VALUE);
    }

    /** GHSA-33wh-ccjc-p397: the reasons why a login was rejected could be split in many ways. */
    @Test
    void thePublishedAttackOnDovecotEnds() throws Exception {
        CompiledFilter dovecot = compile("dovecot");
        String attack = DATE + "mail dovecot: imap-login: Aborted login" + ": a".repeat(5000)
                + " (auth failed, 2 attempts): user=<x>, method=PLAIN, rip=%";

        assertThatItEnds(dovecot, attack);
        assertThat(dovecot.cutOffs()).extracting(CutOff::key).containsOnly("failregex");
        assertThat(dovecot.match(
                        logLine(DATE + "mail dovecot: imap-login: Aborted login (auth failed, 2 attempts):"
                                + " user=<x>, method=PLAIN, rip=192.0.2.7, lip=192.0.2.1"),
                        dovecot.newSession()))
                .isInstanceOf(Match.Found.class);
    }

    /** GHSA-33wh-ccjc-p397: the words before the address could be split in many ways. */
    @Test
    void thePublishedAttackOnDominoEnds() throws Exception {
        CompiledFilter domino = compile("domino-smtp");
        String attack = DATE + "smtp: " + "a ".repeat(5000) + "authentication failure using internet password, again";

        assertThatItEnds(domino, attack);
        assertThat(domino.cutOffs()).extracting(CutOff::number).containsExactly(2);
        assertThat(domino.match(
                        logLine(DATE + "smtp: x [192.0.2.7] authentication failure using internet password"),
                        domino.newSession()))
                .isInstanceOf(Match.Found.class);
    }

    private static void assertThatItEnds(CompiledFilter filter, String attack) {
        Trace trace = filter.trace(logLine(attack), filter.newSession());

        assertThat(trace.match()).isInstanceOf(Match.Missed.class);
        assertThat(trace.steps()).isLessThanOrEqualTo(CompiledFilter.MOST_STEPS);
    }

    private Stream<DynamicTest> tests(int linesPerFilter) throws Exception {
        List<DynamicTest> tests = new ArrayList<>();
        for (String name : names()) {
            tests.add(dynamicTest(name + ", seed " + seed, () -> test(name, linesPerFilter)));
        }
        return tests.stream();
    }

    private List<String> names() throws Exception {
        try (Stream<Path> files = Files.list(Oracle.logs())) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> filters.find(name).isPresent())
                    .sorted()
                    .toList();
        }
    }

    private void test(String name, int most) throws Exception {
        CompiledFilter filter = compile(name);
        Map<String, Match> harmless = harmless(filter, name);
        List<HostileLine> hostile = new ArrayList<>(HostileLine.of(filter.compiled()));
        Random chance = new Random(seed);
        Collections.shuffle(hostile, chance);
        for (HostileLine made : hostile.subList(0, Math.min(most, hostile.size()))) {
            String text = beginning(harmless, chance) + made.text(LENGTH);
            Session session = filter.newSession();

            Trace trace = filter.trace(logLine(text), session);

            assertThat(trace.steps()).as(made.toString()).isLessThanOrEqualTo(CompiledFilter.MOST_STEPS);
            if (filter.rules().maxLines() == 1) {
                // Of one session with the hostile line, it may tell of that one's users, too.
                harmless.forEach((line, match) -> assertThat(ids(filter.match(logLine(line), session)))
                        .as(line)
                        .isEqualTo(ids(match)));
            }
        }
    }

    private static List<String> ids(Match match) {
        return match instanceof Match.Found found
                ? found.failures().stream().map(Failure::id).toList()
                : List.of();
    }

    /** Nothing, a date, or what a real line begins with. */
    private static String beginning(Map<String, Match> harmless, Random chance) {
        String real = harmless.keySet().stream().findFirst().orElse("");
        return switch (chance.nextInt(3)) {
            case 0 -> "";
            case 1 -> DATE;
            default -> real.substring(0, chance.nextInt(real.length() + 1));
        };
    }

    /** One sample that is a failure for itself, if there is one. */
    private static Map<String, Match> harmless(CompiledFilter filter, String name) throws Exception {
        Map<String, Match> lines = new HashMap<>();
        for (SampleFile.Sample sample : SampleFile.read(Oracle.logs().resolve(name))) {
            Match match = filter.match(logLine(sample.line()), filter.newSession());
            if (match instanceof Match.Found) {
                lines.put(sample.line(), match);
                break;
            }
        }
        return lines;
    }

    private CompiledFilter compile(String name) throws FilterException {
        return (CompiledFilter) new FilterCompilerComponent()
                .compile(filters.find(name).orElseThrow(), FilterOptions.plain(Oracle.ZONE));
    }

    private static LogLine logLine(String line) {
        return new LogLine(line, Oracle.NOW, false);
    }
}
