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
import org.bailiff.text.SafeText;
import org.bailiff.trial.log.LineReader;
import org.bailiff.trial.log.Log;
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
     * Has the matcher look at the trial's logs.
     *
     * @throws CommandException if a log cannot be read, or nobody wants to know any more
     */
    void give(Trial trial, Matcher matcher, Report report) throws CommandException {
        for (Log log : trial.logs()) {
            try (LineReader lines = log.open(circumstances.charset())) {
                report.begin(log.name());
                read(lines, matcher, report);
            } catch (IOException broken) {
                throw new CommandException(
                        ExitCode.FAILED,
                        "'" + SafeText.of(log.name(), 200) + "' could not be read to its end: "
                                + SafeText.of(String.valueOf(broken.getMessage())));
            }
        }
        report.end(matcher);
    }

    private void read(LineReader lines, Matcher matcher, Report report) throws IOException, CommandException {
        Session session = matcher.newSession();
        long number = 0;
        for (Optional<String> text = lines.next(); text.isPresent(); text = lines.next()) {
            if (number % PAUSE == PAUSE - 1 && unwanted.getAsBoolean()) {
                throw new CommandException(ExitCode.FAILED, "broken off at line " + number);
            }
            number++;
            if (isSeen(text.get())) {
                report.line(number, line(text.get()), matcher, session);
            } else {
                report.unseen(number);
            }
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
