// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.replay;

import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.Failure;
import org.bailiff.api.filter.LogLine;
import org.bailiff.api.filter.Match;
import org.bailiff.api.filter.Matcher;
import org.bailiff.api.filter.Session;
import org.bailiff.api.source.LineBatch;
import org.bailiff.text.SafeText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one stream with a jail's filter. Used by one thread. */
final class Reader {
    private static final Logger LOG = LoggerFactory.getLogger(Reader.class);

    /** How far a log's clock may run ahead, as for the daemon. */
    private static final Duration TOLERANCE = Duration.ofSeconds(60);

    private final Matcher matcher;
    private final Optional<Charset> charset;
    private final Period period;
    private final Tally tally;
    private final Session session;

    Reader(Matcher matcher, Optional<Charset> charset, Period period, Tally tally) {
        this.matcher = matcher;
        this.charset = charset;
        this.period = period;
        this.tally = tally;
        this.session = matcher.newSession();
    }

    /** What the line tells, of what lies within the period. */
    List<Happening> read(LineBatch batch, int line) {
        String text = charset.map(known -> decode(batch, line, known))
                .orElseGet(() -> SafeText.decode(batch.buffer(), batch.start(line), batch.end(line)));
        return read(new LogLine(text, batch.arrival(), false, batch.stamp(line)));
    }

    private static String decode(LineBatch batch, int line, Charset charset) {
        return new String(batch.buffer(), batch.start(line), batch.end(line) - batch.start(line), charset);
    }

    List<Happening> read(LogLine line) {
        try {
            return happenings(line, matcher.match(line, session));
        } catch (RuntimeException | StackOverflowError fault) {
            tally.setAside();
            LOG.error("a line is set aside, on which Bailiff failed: {}", SafeText.of(line.text()), fault);
            return List.of();
        }
    }

    private List<Happening> happenings(LogLine line, Match match) {
        List<Happening> told = new ArrayList<>(1);
        if (match instanceof Match.Found found) {
            for (Failure failure : found.failures()) {
                told.add(new Happening.Failed(notAhead(failure, line.arrival()), line.text()));
            }
        } else if (match instanceof Match.Helper helper) {
            helper.gained().ifPresent(gain -> told.add(new Happening.Gained(gain)));
        }
        told.removeIf(happening -> !period.contains(happening.time()));
        if (!told.isEmpty() && match instanceof Match.Found) {
            tally.matched();
        }
        return told;
    }

    private static Failure notAhead(Failure told, Instant arrival) {
        return told.time().isAfter(arrival.plus(TOLERANCE)) ? told.at(arrival) : told;
    }
}
