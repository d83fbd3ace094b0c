// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.bailiff.api.filter.FilterOptions;
import org.bailiff.filter.FilterCompilerComponent;
import org.bailiff.filter.automaton.AsciiText;
import org.bailiff.filter.automaton.Automaton;
import org.bailiff.filter.lint.HostileLine;
import org.bailiff.filter.match.CompiledFilter;
import org.bailiff.filter.match.Rules;
import org.bailiff.filter.regex.Regex;
import org.bailiff.filter.regex.Rule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** The regexes of every stock filter, run as automata, find what Java finds, one after the other, in the same places. */
class AutomataIT {
    private static final long QUICK_SEED = 3;
    /** How long lines are that are made from the regexes' loops. */
    private static final int LENGTH = 200;
    /** A loop with a higher bound is not counted where the text is no longer than that. */
    private static final int SHORT = 501;

    private final StockFilters filters = StockFilters.installed();
    private final AsciiText text = new AsciiText();
    /** Filters with other options have most regexes in common. */
    private final Set<List<Regex>> done = new HashSet<>();

    private int compared;
    private int gaveUp;
    private int lost;

    @BeforeAll
    static void fail2banIsInstalled() {
        Oracle.require();
    }

    @TestFactory
    Stream<DynamicTest> findWhatJavaFindsInSamplesAndChangedLines() throws Exception {
        return tests(1, Long.getLong("bailiff.seed", QUICK_SEED));
    }

    @Tag("long")
    @TestFactory
    Stream<DynamicTest> findWhatJavaFindsInManyChangedLines() throws Exception {
        return tests(Integer.getInteger("bailiff.mutations", 25), Long.getLong("bailiff.seed", System.nanoTime()));
    }

    private Stream<DynamicTest> tests(int rounds, long seed) throws Exception {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path log : Oracle.sampleLogs()) {
            String name = log.getFileName().toString();
            if (filters.find(name).isPresent()) {
                tests.add(dynamicTest(name + ", seed " + seed, () -> test(log, name, rounds, new Random(seed))));
            }
        }
        return tests.stream();
    }

    private void test(Path log, String name, int rounds, Random random) throws Exception {
        List<SampleFile.Sample> samples = SampleFile.read(log);
        Set<Map<String, String>> optionSets = new LinkedHashSet<>(List.of(Map.of()));
        samples.forEach(sample -> optionSets.addAll(sample.optionSets()));
        List<String> lines = samples.stream().map(SampleFile.Sample::line).toList();
        Mutator mutator = new Mutator(random, lines);
        done.clear();
        for (Map<String, String> options : optionSets) {
            if (Samples.isMeant(options, name)) {
                FilterOptions filterOptions = new FilterOptions(Samples.parameters(options), Map.of(), Oracle.ZONE);
                CompiledFilter filter = (CompiledFilter)
                        new FilterCompilerComponent().compile(filters.find(name).orElseThrow(), filterOptions);
                compare(filter.compiled(), texts(filter.compiled(), lines, mutator, rounds));
            }
        }
        assertThat(compared).isPositive();
        assertThat(gaveUp).as("given up of %d", compared).isLessThan(compared / 4);
        assertThat(lost).as("Java lost its way").isLessThan(compared / 100 + 1);
    }

    /** The lines, whole, without their dates, and what the prefix leaves of them; each changed some times, too. */
    private static Set<String> texts(Rules rules, List<String> lines, Mutator mutator, int rounds) {
        Set<String> texts = new LinkedHashSet<>();
        for (String line : lines) {
            addParts(rules, line, texts);
            for (int round = 0; round < rounds; round++) {
                addParts(rules, mutator.change(line), texts);
            }
        }
        HostileLine.of(rules).forEach(made -> texts.add(made.text(LENGTH) + '\n'));
        texts.removeIf(made -> made.chars().anyMatch(letter -> letter >= 0x80));
        // Several lines seen at once go the other way.
        texts.removeIf(made -> made.indexOf('\n') < made.length() - 1);
        return texts;
    }

    private static void addParts(Rules rules, String line, Set<String> texts) {
        Set<String> parts = new LinkedHashSet<>(List.of(line + '\n'));
        for (Rule date : rules.dates().rules()) {
            Matcher found = date.regex().pattern().matcher(line);
            if (found.find()) {
                parts.add(line.substring(0, found.start()) + line.substring(found.end()) + '\n');
            }
        }
        texts.addAll(parts);
        rules.prefix()
                .map(Rule::regex)
                .filter(regex -> regex.captures("content"))
                .ifPresent(prefix -> {
                    for (String text : parts) {
                        Matcher found = prefix.pattern().matcher(text);
                        if (found.find()) {
                            texts.add(found.group(prefix.groups().get("content")) + '\n');
                        }
                    }
                });
    }

    private void compare(Rules rules, Set<String> texts) {
        compare(rules.failures(), texts);
        compare(rules.vetoes(), texts);
        rules.prefix().ifPresent(prefix -> compare(List.of(prefix), texts));
        for (Rule date : rules.dates().rules()) {
            compare(List.of(date), texts);
        }
    }

    private void compare(List<Rule> rules, Set<String> texts) {
        List<Regex> regexes = rules.stream().map(Rule::regex).toList();
        if (done.add(regexes)) {
            Automaton automaton =
                    Automaton.of(regexes).orElseThrow(() -> new AssertionError(rules + " have no automaton"));
            texts.forEach(line -> compare(automaton, regexes, line));
        }
    }

    private void compare(Automaton automaton, List<Regex> regexes, String line) {
        byte[] bytes = line.getBytes(StandardCharsets.ISO_8859_1);
        text.use(bytes, 0, bytes.length);
        int found = automaton.search(text);
        compared++;
        if (found == Automaton.GAVE_UP) {
            gaveUp++;
            assertThat(automaton.isExact() && line.length() < SHORT)
                    .as("gave up at '%s' with %s", line, regexes)
                    .isFalse();
            return;
        }
        try {
            compareWithJava(found, regexes, line);
        } catch (PatientText.TooLong tooLong) {
            // A backtracking search may take hours for what was made to mislead it.
            lost++;
        }
    }

    private void compareWithJava(int found, List<Regex> regexes, String line) {
        int expected = Automaton.MISSED;
        for (int rule = 0; rule < regexes.size() && expected == Automaton.MISSED; rule++) {
            Matcher java = regexes.get(rule).pattern().matcher(new PatientText(line));
            if (java.find()) {
                expected = rule;
                assertThat(found).as("which of %s matches '%s'", regexes, line).isEqualTo(rule);
                compareGroups(regexes.get(rule), java, line);
            }
        }
        assertThat(found).as("which of %s matches '%s'", regexes, line).isEqualTo(expected);
    }

    private void compareGroups(Regex regex, Matcher java, String line) {
        regex.groups().forEach((name, group) -> assertThat(List.of(text.start(group), text.end(group)))
                .as("group %s of '%s' in '%s'", name, regex, line)
                .containsExactly(java.start(group), java.end(group)));
    }
}
