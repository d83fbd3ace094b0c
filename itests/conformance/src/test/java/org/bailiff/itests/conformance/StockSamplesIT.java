// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bailiff.api.filter.FilterCompiler;
import org.bailiff.api.filter.FilterException;
import org.bailiff.api.filter.FilterOptions;
import org.bailiff.api.filter.Match;
import org.bailiff.api.filter.Matcher;
import org.bailiff.api.filter.Session;
import org.bailiff.filter.FilterCompilerComponent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every stock filter gives every line of its sample log the verdict that the comment beside it states, with all options. */
class StockSamplesIT {
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
        for (Path log : Oracle.sampleLogs()) {
            addTests(tests, log.getFileName().toString(), SampleFile.read(log));
        }
        return tests.build();
    }

    private void addTests(Stream.Builder<DynamicTest> tests, String filter, List<SampleFile.Sample> samples) {
        Map<Map<String, String>, Running> running = new HashMap<>();
        for (SampleFile.Sample sample : samples) {
            for (Map<String, String> options : sample.optionSets()) {
                // A line that is not meant for these options is not even read with them.
                if (isMeant(sample, filter, options)) {
                    tests.add(test(filter, sample, options, running));
                }
            }
        }
    }

    private static boolean isMeant(SampleFile.Sample sample, String filter, Map<String, String> options) {
        return Samples.isMeant(options, filter)
                && (sample.expectation() == null || sample.expectation().concerns(filter, options));
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
            boolean ofJournal = Samples.isOfJournal(options);
            String line = Samples.line(sample, options);
            Match match = at.matcher().match(Samples.logLine(line, ofJournal), at.session());
            Expectation expectation = sample.expectation();
            if (expectation != null) {
                assertThat(expectation.complaint(match, !ofJournal)).as(line).isEmpty();
            }
        });
    }

    private Running start(String filter, Map<String, String> options) throws FilterException {
        Matcher matcher = compiler.compile(
                filters.find(filter).orElseThrow(),
                new FilterOptions(Samples.parameters(options), Map.of(), Oracle.ZONE));
        return new Running(matcher, matcher.newSession());
    }
}
