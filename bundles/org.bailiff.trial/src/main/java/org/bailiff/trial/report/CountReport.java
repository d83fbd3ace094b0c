// SPDX-License-Identifier: Apache-2.0
package org.bailiff.trial.report;

import java.io.PrintWriter;
import java.util.function.LongSupplier;
import org.bailiff.api.filter.Match;
import org.bailiff.api.filter.Matcher;
import org.bailiff.text.SafeText;

/** Only counts: lines, verdicts, and which regex decided how often. Used by one thread. */
public final class CountReport {
    private final PrintWriter out;
    private final boolean verbose;
    private final LongSupplier nanoTime;
    private final long begun;
    private final Tally tally = new Tally();
    private long lines;

    /** The filter, until it was named before its first log. */
    private String heading;

    /**
     * @param filter what is tried, safe to show
     * @param verbose whether regexes that hit nothing are shown too
     * @param nanoTime tells how time passes, in nanoseconds
     */
    public CountReport(PrintWriter out, String filter, boolean verbose, LongSupplier nanoTime) {
        this.out = out;
        this.heading = "Filter: " + filter + "\n";
        this.verbose = verbose;
        this.nanoTime = nanoTime;
        this.begun = nanoTime.getAsLong();
    }

    /** A log begins: its lines come next. */
    public void begin(String log) {
        out.print(heading);
        heading = "";
        out.println("Log: " + SafeText.of(log));
    }

    /** So many lines were read. */
    public void lines(int count) {
        lines += count;
    }

    /** What a matcher made of one of them; those of which nothing is said are missed. */
    public void take(Match match) {
        tally.add(match);
    }

    /** All logs have been read. */
    public void end(Matcher matcher) {
        tally.missed(lines - tally.lines());
        out.println();
        new Hits(out, tally, verbose).printDeciding(matcher);
        long nanos = nanoTime.getAsLong() - begun;
        if (nanos > 0 && lines > 0) {
            out.printf("Time: %.2f seconds, %,d lines a second%n", nanos / 1e9, Math.round(lines * 1e9 / nanos));
        }
        out.println(tally);
    }
}
