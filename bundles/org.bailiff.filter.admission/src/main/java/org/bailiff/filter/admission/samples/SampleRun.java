// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.admission.samples;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.Problem.Severity;
import org.bailiff.api.filter.DefinitionFile;
import org.bailiff.api.filter.FilterCompiler;
import org.bailiff.api.filter.FilterDefinition;
import org.bailiff.api.filter.FilterException;
import org.bailiff.api.filter.FilterOptions;
import org.bailiff.api.filter.LogLine;
import org.bailiff.api.filter.Match;
import org.bailiff.api.filter.Matcher;
import org.bailiff.api.filter.Session;
import org.bailiff.text.SafeText;

/**
 * Has a definition's own samples looked at by what is compiled of it. Used once, by one thread.
 */
public final class SampleRun {
    private static final int SHOWN = 120;

    private final FilterDefinition definition;
    private final FilterCompiler compiler;
    private final Instant now;
    private final List<Problem> problems = new ArrayList<>();
    private int right;

    private SampleRun(FilterDefinition definition, FilterCompiler compiler, Instant now) {
        this.definition = definition;
        this.compiler = compiler;
        this.now = now;
    }

    /**
     * What came of it.
     *
     * @param right how many came out as they say
     * @param problems those that did not: errors
     */
    public record Outcome(int right, List<Problem> problems) {
        public Outcome {
            problems = List.copyOf(problems);
        }
    }

    /** Whether the definition may bring samples, which only reading them tells for sure. */
    public static boolean mayBeOf(FilterDefinition definition) {
        return definition.files().stream().anyMatch(file -> file.text().contains(SampleReader.HEADING));
    }

    /**
     * Tries all samples of the definition.
     *
     * @param now when their lines are read; the year of those that name none is near it
     */
    public static Outcome of(FilterDefinition definition, FilterCompiler compiler, Instant now) {
        SampleRun run = new SampleRun(definition, compiler, now);
        try {
            for (SampleStream stream : run.streams()) {
                run.look(stream);
            }
        } catch (FilterException wrong) {
            run.problems.add(problem(wrong.file(), wrong.line(), wrong.problem()));
        }
        return new Outcome(run.right, run.problems);
    }

    /** A later file's stream counts instead of one of its name in an earlier file, as with any other key. */
    private Iterable<SampleStream> streams() throws FilterException {
        Map<String, SampleStream> streams = new LinkedHashMap<>();
        for (DefinitionFile file : definition.files()) {
            streams.putAll(SampleReader.read(file));
        }
        return streams.values();
    }

    private void look(SampleStream stream) {
        try {
            Matcher matcher =
                    compiler.compile(definition, new FilterOptions(stream.parameters(), Map.of(), ZoneOffset.UTC));
            Session session = matcher.newSession();
            for (Sample sample : stream.samples()) {
                look(sample, matcher.match(new LogLine(sample.text(), now, false), session));
            }
        } catch (FilterException wrong) {
            cannotBeTried(stream, wrong);
        }
    }

    /** What is wrong for one stream mostly is for all: each mistake is told once, where it is. */
    private void cannotBeTried(SampleStream stream, FilterException wrong) {
        boolean known = problems.stream()
                .anyMatch(problem -> problem.file().equals(wrong.file())
                        && problem.line() == wrong.line()
                        && problem.message().startsWith(wrong.problem()));
        if (!known) {
            problems.add(problem(
                    wrong.file(),
                    wrong.line(),
                    wrong.problem() + " (tried for the samples '" + stream.name() + "' of line " + stream.line()
                            + ")"));
        }
    }

    private void look(Sample sample, Match match) {
        if (sample.expected().isMet(match)) {
            right++;
        } else {
            problems.add(problem(
                    sample.file(),
                    sample.line(),
                    "this sample is to be '" + SafeText.of(sample.expected().toString(), SHOWN) + "', and is '"
                            + Expectation.describe(match) + "': " + SafeText.of(sample.text(), SHOWN)));
        }
    }

    private static Problem problem(String file, int line, String message) {
        return new Problem(Severity.ERROR, file, line, "", message);
    }
}
