// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bailiff.api.filter.FilterCompiler;
import org.bailiff.api.filter.FilterException;
import org.bailiff.api.filter.FilterOptions;
import org.bailiff.api.filter.LogLine;
import org.bailiff.api.filter.Match;
import org.bailiff.api.filter.Matcher;
import org.bailiff.api.filter.Session;
import org.bailiff.filter.FilterCompilerComponent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every stock filter gives every line of its sample log the verdict that the comment beside it states, with all options. */
class StockSamplesIT {
    private static final String TEST_OPTION = "test.";
    private static final String CONDITION = "test.condition";
    private static final String PREFIX = "test.prefix-line";

    private final FilterCompiler compiler = new FilterCompilerComponent();
    private final StockFilters filters = StockFilters.installed();

    /** A filter with options, at work. */
    private record Running(Matcher matcher, Session session) {}

    @BeforeAll
    static void fail2banIsInstalled() {
        Oracle.require();
    }

    @TestFactory
    Stream<DynamicTest> everyLineGetsItsVerdict() throws Exception {
        Stream.Builder<DynamicTest> tests = Stream.builder();
        for (Path log : logs()) {
            addTests(tests, log.getFileName().toString(), SampleFile.read(log));
        }
        return tests.build();
    }

    private static List<Path> logs() throws IOException {
        try (Stream<Path> files = Files.list(Oracle.logs())) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private void addTests(Stream.Builder<DynamicTest> tests, String filter, List<SampleFile.Sample> samples) {
        Map<Map<String, String>, Running> running = new HashMap<>();
        for (SampleFile.Sample sample : samples) {
            for (Map<String, String> options : sample.optionSets()) {
                if (!options.containsKey(CONDITION) || Condition.holds(options.get(CONDITION), filter, options)) {
                    tests.add(test(filter, sample, options, running));
                }
            }
        }
    }

    private DynamicTest test(
            String filter,
            SampleFile.Sample sample,
            Map<String, String> options,
            Map<Map<String, String>, Running> running) {
        return dynamicTest(filter + options + " " + sample.place(), () -> {
            Running at = running.get(options);
            if (at == null) {
                at = start(filter, options);
                running.put(options, at);
            }
            boolean ofJournal = "journal".equals(options.get("logtype"));
            String line = options.getOrDefault(PREFIX, "") + sample.line();
            LogLine logLine =
                    new LogLine(line, Oracle.NOW, false, ofJournal ? Optional.of(Oracle.NOW) : Optional.empty());
            Match match = at.matcher().match(logLine, at.session());
            Expectation expectation = sample.expectation();
            if (expectation != null && expectation.concerns(filter, options)) {
                assertThat(expectation.complaint(match, !ofJournal)).as(line).isEmpty();
            }
        });
    }

    private Running start(String filter, Map<String, String> options) throws FilterException {
        Map<String, String> parameters = new HashMap<>(options);
        parameters.keySet().removeIf(name -> name.startsWith(TEST_OPTION));
        Matcher matcher = compiler.compile(
                filters.find(filter).orElseThrow(), new FilterOptions(parameters, Map.of(), Oracle.ZONE));
        return new Running(matcher, matcher.newSession());
    }
}
