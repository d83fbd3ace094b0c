// SPDX-License-Identifier: Apache-2.0
package org.bailiff.trial;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.bailiff.api.command.CommandCall;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;
import org.bailiff.api.filter.FilterCompiler;
import org.bailiff.api.filter.FilterDefinition;
import org.bailiff.api.filter.Matcher;
import org.bailiff.text.SafeText;
import org.bailiff.trial.choose.FilterChoice;
import org.bailiff.trial.log.LineReader;
import org.bailiff.trial.report.CountReport;
import org.bailiff.trial.report.JsonReport;
import org.bailiff.trial.report.Report;
import org.bailiff.trial.report.TextReport;

/** One use of the verb: reads what was typed, tries the filter or the many, and reports. Used by one thread. */
final class TestRun {
    private final Surroundings surroundings;
    private final CommandCall call;

    /**
     * What it works with.
     *
     * @param etcFilters the folder of definitions that comes behind those that were typed
     * @param library the definitions that come last
     * @param nanoTime tells how time passes, in nanoseconds
     * @param unwanted whether nobody wants to know any more
     */
    record Surroundings(
            FilterCompiler compiler,
            Path etcFilters,
            List<FilterDefinition> library,
            InputStream standardInput,
            InstantSource clock,
            LongSupplier nanoTime,
            BooleanSupplier unwanted) {}

    TestRun(Surroundings surroundings, CommandCall call) {
        this.surroundings = surroundings;
        this.call = call;
    }

    /**
     * Returns whether all could be tried, whatever was found.
     *
     * @throws CommandException if it could not
     */
    ExitCode run() throws CommandException, IOException {
        Typed typed = Typed.parse(call.arguments());
        checkSwitches(typed);
        Path directory = Path.of(call.directory());
        FilterChoice choice = new FilterChoice(directory, folders(typed, directory), surroundings.library());
        Trials trials = new Trials(directory, surroundings.standardInput(), choice);
        Circumstances circumstances = Circumstances.of(typed, surroundings.clock());
        Performance performance = new Performance(surroundings.compiler(), circumstances, surroundings.unwanted());
        Optional<String> cases = typed.value(Typed.CASES);
        if (cases.isPresent()) {
            return tryAll(cases.get(), trials, performance, typed);
        }
        Trial trial = trials.typed(typed);
        give(trial, performance, typed, "");
        return ExitCode.OK;
    }

    private void checkSwitches(Typed typed) throws CommandException {
        if (call.json() && typed.hasAnyOf(Typed.PRINT)) {
            throw Typed.misused("--json tells of every line; the options --print-... are for the text");
        }
        if (typed.has(Typed.COUNT) && (call.json() || typed.hasAnyOf(Typed.PRINT))) {
            throw Typed.misused("--count only counts; --json and --print-... tell of lines");
        }
    }

    private List<Path> folders(Typed typed, Path directory) throws CommandException {
        List<Path> folders = new ArrayList<>();
        for (String folder : typed.all(Typed.FILTERS)) {
            try {
                folders.add(directory.resolve(folder).normalize());
            } catch (InvalidPathException wrong) {
                throw Typed.misused("--filters: no folder has such a name: " + wrong.getReason());
            }
        }
        folders.add(surroundings.etcFilters());
        return folders;
    }

    /** One case that cannot be tried does not keep the others from it. */
    private ExitCode tryAll(String cases, Trials trials, Performance performance, Typed typed)
            throws CommandException, IOException {
        if (!typed.words().isEmpty() || !typed.all(Typed.REGEX).isEmpty()) {
            throw Typed.misused("with --cases logs and filters stand in its file");
        }
        ExitCode exitCode = ExitCode.OK;
        try (LineReader lines = new LineReader(trials.log(cases).open(Optional.empty()), Optional.empty())) {
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                if (CaseLine.isMeant(line.get()) && !tryCase(line.get(), trials, performance, typed)) {
                    exitCode = ExitCode.FAILED;
                }
            }
        }
        return exitCode;
    }

    private boolean tryCase(String line, Trials trials, Performance performance, Typed typed) {
        try {
            Trial trial = trials.ofCase(line, typed.all(Typed.IGNOREREGEX));
            give(trial, performance, typed, trial.word());
            return true;
        } catch (CommandException refused) {
            call.err().println(refused.getMessage());
            return false;
        }
    }

    private void give(Trial trial, Performance performance, Typed typed, String caseName) throws CommandException {
        Matcher matcher = performance.compile(trial);
        matcher.warnings().forEach(problem -> call.err().println(SafeText.of(problem.toString(), Integer.MAX_VALUE)));
        if (typed.has(Typed.COUNT)) {
            performance.count(
                    trial,
                    matcher,
                    new CountReport(call.out(), filter(trial), typed.has(Typed.VERBOSE), surroundings.nanoTime()));
        } else {
            performance.give(trial, matcher, report(trial, typed, caseName));
        }
    }

    private Report report(Trial trial, Typed typed, String caseName) {
        if (call.json()) {
            boolean namesLog = !caseName.isEmpty() || trial.logs().size() > 1;
            return new JsonReport(call.out(), namesLog, caseName);
        }
        return new TextReport(call.out(), filter(trial), typed.switches(), surroundings.nanoTime());
    }

    private static String filter(Trial trial) {
        return SafeText.of(trial.word()) + ", " + SafeText.of(trial.definition().origin());
    }
}
