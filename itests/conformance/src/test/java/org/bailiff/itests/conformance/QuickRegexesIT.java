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
import org.bailiff.filter.lint.HostileLine;
import org.bailiff.filter.match.CompiledFilter;
import org.bailiff.filter.match.Rules;
import org.bailiff.filter.quick.QuickRegex;
import org.bailiff.filter.quick.QuickText;
import org.bailiff.filter.regex.Regex;
import org.bailiff.filter.regex.Rule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Every regex of every stock filter has a quick form, and it finds what Java finds, in the same places. */
class QuickRegexesIT {
    private static final long QUICK_SEED = 3;
    /** How long lines are that are made from the regexes' loops. */
    private static final int LENGTH = 200;

    private final StockFilters filters = StockFilters.installed();
    private final QuickText text = new QuickText();
    /** Filters with other options have most regexes in common. */
    private final Set<Regex> done = new HashSet<>();

    private int compared;
    private int gaveUp;

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
        assertThat(gaveUp).as("given up of %d", compared).isLessThan(compared / 100 + 1);
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
        List<Rule> all = new ArrayList<>(rules.failures());
        all.addAll(rules.vetoes());
        rules.prefix().ifPresent(all::add);
        all.addAll(rules.dates().rules());
        all.removeIf(rule -> !done.add(rule.regex()));
        for (Rule rule : all) {
            QuickRegex quick = rule.regex().quick().orElseThrow(() -> new AssertionError(rule + " has no quick form"));
            texts.forEach(line -> compare(rule.regex(), quick, line));
        }
    }

    private void compare(Regex regex, QuickRegex quick, String line) {
        byte[] bytes = line.getBytes(StandardCharsets.ISO_8859_1);
        text.use(bytes, 0, bytes.length);
        QuickRegex.Answer answer = quick.search(text);
        compared++;
        if (answer == QuickRegex.Answer.GAVE_UP) {
            gaveUp++;
            return;
        }
        Matcher java = regex.pattern().matcher(line);
        boolean matches = java.find();
        assertThat(answer == QuickRegex.Answer.MATCHED)
                .as("'%s' matches '%s'", regex, line)
                .isEqualTo(matches);
        for (int group = 0; matches && group <= java.groupCount(); group++) {
            assertThat(List.of(text.start(group), text.end(group)))
                    .as("group %d of '%s' in '%s'", group, regex, line)
                    .containsExactly(java.start(group), java.end(group));
        }
    }
}
