// SPDX-License-Identifier: Apache-2.0
package org.bailiff.trial.report;

import java.io.PrintWriter;
import java.util.Set;
import java.util.function.LongSupplier;
import org.bailiff.api.filter.LogLine;
import org.bailiff.api.filter.Match;
import org.bailiff.api.filter.Matcher;
import org.bailiff.api.filter.Session;
import org.bailiff.api.filter.Trace;
import org.bailiff.text.SafeText;
import org.bailiff.trial.report.PrintedLines.Wish;

/** Lines as they come, as far as they are wanted, and at the end what hit how often. */
public final class TextReport implements Report {
    private final PrintWriter out;
    private final boolean verbose;
    private final LongSupplier nanoTime;
    private final Tally tally = new Tally();
    private final PrintedLines missed;
    private final PrintedLines matched;
    private final PrintedLines ignored;

    /** The filter, until it was named before its first log. */
    private String heading;

    /**
     * @param filter what is tried, safe to show
     * @param switches which of {@code --verbose}, {@code --print-missed}, {@code --print-all-missed} and the like are on
     * @param nanoTime tells how time passes, in nanoseconds
     */
    public TextReport(PrintWriter out, String filter, Set<String> switches, LongSupplier nanoTime) {
        this.out = out;
        this.heading = "Filter: " + filter + "\n";
        this.verbose = switches.contains("--verbose");
        this.nanoTime = nanoTime;
        this.missed = printed("missed", switches);
        this.matched = printed("matched", switches);
        this.ignored = printed("ignored", switches);
    }

    private PrintedLines printed(String kind, Set<String> switches) {
        boolean all = switches.contains("--print-all-" + kind);
        boolean some = switches.contains("--print-" + kind);
        return new PrintedLines(kind, all ? Wish.ALL : some ? Wish.SOME : Wish.NONE, out);
    }

    @Override
    public void begin(String log) {
        out.print(heading);
        heading = "";
        out.println("Log: " + SafeText.of(log));
    }

    @Override
    public void line(long number, LogLine line, Matcher matcher, Session session) {
        long before = nanoTime.getAsLong();
        Trace trace = matcher.trace(line, session);
        tally.add(trace, nanoTime.getAsLong() - before);
        printed(trace.match()).take(number, line.text());
    }

    private PrintedLines printed(Match match) {
        return switch (Kind.of(match)) {
            case MATCHED -> matched;
            case IGNORED -> ignored;
            case MISSED -> missed;
        };
    }

    @Override
    public void unseen(long number) {
        // fail2ban-regex does not count them either.
    }

    @Override
    public void end(Matcher matcher) {
        missed.end();
        matched.end();
        ignored.end();
        out.println();
        new Hits(out, tally, verbose).print(matcher);
        printTime();
        out.println(tally);
    }

    private void printTime() {
        if (tally.nanos() > 0) {
            double microseconds = tally.nanos() / 1e3 / tally.lines();
            long perSecond = Math.round(tally.lines() * 1e9 / tally.nanos());
            out.printf("Time: %.1f microseconds a line, %,d lines a second, hits counted%n", microseconds, perSecond);
        }
    }
}
