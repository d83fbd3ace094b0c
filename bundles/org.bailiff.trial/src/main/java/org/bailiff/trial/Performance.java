// SPDX-License-Identifier: Apache-2.0
package org.bailiff.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;
import org.bailiff.api.filter.FilterCompiler;
import org.bailiff.api.filter.FilterException;
import org.bailiff.api.filter.LogLine;
import org.bailiff.api.filter.Matcher;
import org.bailiff.api.filter.Session;
import org.bailiff.api.filter.Sieve;
import org.bailiff.text.SafeText;
import org.bailiff.trial.log.LineBlock;
import org.bailiff.trial.log.LineReader;
import org.bailiff.trial.log.Log;
import org.bailiff.trial.report.CountReport;
import org.bailiff.trial.report.Report;

/** Carries trials out, under the same circumstances each. Memory is bounded, however long a log is. Used by one thread. */
final class Performance {
    /** After how many lines it is asked whether anybody still wants to know. */
    private static final int PAUSE = 256;

    private final FilterCompiler compiler;
    private final Circumstances circumstances;
    private final BooleanSupplier unwanted;

    /**
     * @param unwanted whether nobody wants to know any more, so that a long log need not be read to its end
     */
    Performance(FilterCompiler compiler, Circumstances circumstances, BooleanSupplier unwanted) {
        this.compiler = compiler;
        this.circumstances = circumstances;
        this.unwanted = unwanted;
    }

    /**
     * The matcher of a trial's filter.
     *
     * @throws CommandException if the filter does not compile
     */
    Matcher compile(Trial trial) throws CommandException {
        try {
            List<String> own = trial.filter().ignoreRegexes().isEmpty() ? List.of() : ownIgnoreRegexes(trial);
            return compiler.compile(trial.definition(), circumstances.options(trial.filter(), own));
        } catch (FilterException wrong) {
            throw new CommandException(ExitCode.FAILED, SafeText.of(wrong.getMessage(), 4000));
        } catch (UncheckedIOException unreadable) {
            throw new CommandException(
                    ExitCode.FAILED,
                    "what " + trial.definition().name() + " includes cannot be read: "
                            + SafeText.of(String.valueOf(unreadable.getMessage())));
        }
    }

    private List<String> ownIgnoreRegexes(Trial trial) throws FilterException {
        return compiler.compile(
                        trial.definition(), circumstances.options(trial.filter().ignoring(List.of()), List.of()))
                .rules()
                .ignoreRegexes();
    }

    /**
     * Has the matcher look at every line of the trial's logs.
     *
     * @throws CommandException if a log cannot be read, or nobody wants to know any more
     */
    void give(Trial trial, Matcher matcher, Report report) throws CommandException {
        for (Log log : trial.logs()) {
            read(log, lines -> {
                report.begin(log.name());
                giveAll(new LineReader(lines, circumstances.charset()), matcher, report);
            });
        }
        report.end(matcher);
    }

    /**
     * Has the matcher look at those lines of the trial's logs that the daemon would show it, and counts the others.
     *
     * @throws CommandException as {@link #give}
     */
    void count(Trial trial, Matcher matcher, CountReport report) throws CommandException {
        Sieve sieve = compiler.combine(List.of(matcher));
        for (Log log : trial.logs()) {
            read(log, lines -> {
                report.begin(log.name());
                SiftedLines sifted = new SiftedLines(matcher, circumstances, report);
                while (lines.next(circumstances.clock().instant())) {
                    goOn();
                    sifted.take(lines, sieve);
                }
            });
        }
        report.end(matcher);
    }

    /** What is done with a log that is open. */
    private interface Reading {
        void of(LineBlock lines) throws IOException, CommandException;
    }

    private void read(Log log, Reading reading) throws CommandException {
        try (LineBlock lines = log.open(circumstances.charset())) {
            reading.of(lines);
        } catch (IOException broken) {
            throw new CommandException(
                    ExitCode.FAILED,
                    "'" + SafeText.of(log.name(), 200) + "' could not be read to its end: "
                            + SafeText.of(String.valueOf(broken.getMessage())));
        }
    }

    private void giveAll(LineReader lines, Matcher matcher, Report report) throws IOException, CommandException {
        Session session = matcher.newSession();
        long number = 0;
        for (Optional<String> text = lines.next(); text.isPresent(); text = lines.next()) {
            if (number % PAUSE == PAUSE - 1) {
                goOn();
            }
            number++;
            if (isSeen(text.get())) {
                report.line(number, line(text.get()), matcher, session);
            } else {
                report.unseen(number);
            }
        }
    }

    private void goOn() throws CommandException {
        if (unwanted.getAsBoolean()) {
            throw new CommandException(ExitCode.FAILED, "broken off, for nobody waits for the rest");
        }
    }

    /** As in fail2ban-regex, so that a log of samples may say what they are. */
    private static boolean isSeen(String text) {
        return !text.isEmpty() && !text.startsWith("#");
    }

    private LogLine line(String text) {
        Instant now = circumstances.clock().instant();
        return new LogLine(text, now, false, circumstances.journal() ? Optional.of(now) : Optional.empty());
    }
}
