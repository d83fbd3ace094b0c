// SPDX-License-Identifier: Apache-2.0
package org.bailiff.trial;

import java.util.Optional;
import org.bailiff.api.filter.LogLine;
import org.bailiff.api.filter.Matcher;
import org.bailiff.api.filter.Session;
import org.bailiff.api.filter.Sieve;
import org.bailiff.api.source.LineBatch;
import org.bailiff.trial.report.CountReport;

/** The lines of one log, of which the matcher sees those that the sieve leaves, as in the daemon. Used by one thread. */
final class SiftedLines {
    private final Matcher matcher;
    private final Circumstances circumstances;
    private final CountReport report;
    private final Session session;

    /**
     * @param matcher the only one of the sieve
     */
    SiftedLines(Matcher matcher, Circumstances circumstances, CountReport report) {
        this.matcher = matcher;
        this.circumstances = circumstances;
        this.report = report;
        this.session = matcher.newSession();
    }

    /** The next lines of the log. */
    void take(LineBatch lines, Sieve sieve) {
        report.lines(seen(lines));
        sieve.sift(lines, (only, line) -> {
            if (isSeen(lines, line)) {
                report.take(matcher.match(line(lines, line), session));
            }
        });
    }

    private static int seen(LineBatch lines) {
        int seen = 0;
        for (int line = 0; line < lines.count(); line++) {
            seen += isSeen(lines, line) ? 1 : 0;
        }
        return seen;
    }

    /** As {@link Performance} does with texts. */
    private static boolean isSeen(LineBatch lines, int line) {
        return lines.end(line) > lines.start(line) && lines.buffer()[lines.start(line)] != '#';
    }

    private LogLine line(LineBatch lines, int line) {
        return LogLine.of(
                lines.buffer(),
                lines.start(line),
                lines.end(line),
                circumstances.charset(),
                lines.arrival(),
                lines.fresh(),
                circumstances.journal() ? Optional.of(lines.arrival()) : Optional.empty());
    }
}
