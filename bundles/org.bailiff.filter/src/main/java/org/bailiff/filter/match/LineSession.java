// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.match;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.filter.LogLine;
import org.bailiff.api.filter.Match;
import org.bailiff.api.filter.Session;
import org.bailiff.filter.date.DateMemory;

/** What a filter remembers of a stream. */
final class LineSession implements Session {
    /** How far a fresh line's stamp may be off, and how long a date holds for lines without one. */
    static final Duration TOLERANCE = Duration.ofSeconds(60);

    private final Connections connections;
    private final LineWindow window;
    private Instant lastDate;
    private final DateMemory dates = new DateMemory();
    private final QuickPassage passage = new QuickPassage(this, dates);
    private String text;

    LineSession(Connections connections, LineWindow window, Instant lastDate) {
        this.connections = connections;
        this.window = window;
        this.lastDate = lastDate;
    }

    /** When the line's event happened. */
    Instant timeOf(LogLine line, Optional<Instant> date) {
        if (date.isEmpty()) {
            return timeOfUndated(line);
        }
        Instant stamp = date.get();
        boolean odd = line.fresh() && Distance.isMore(stamp, line.arrival(), TOLERANCE);
        Instant time = odd ? line.arrival() : stamp;
        if (time != lastDate && !time.equals(lastDate)) {
            lastDate = time;
            text = null;
        }
        return time;
    }

    /** A line that is no news follows the date before it, however old that is. */
    private Instant timeOfUndated(LogLine line) {
        boolean holds = lastDate != null
                && (!line.fresh() || Duration.between(lastDate, line.arrival()).compareTo(TOLERANCE) < 0);
        return holds ? lastDate : line.arrival();
    }

    /** Where dates stand. Not stored. */
    DateMemory dates() {
        return dates;
    }

    /** The way of the stream's lines that are ASCII. */
    QuickPassage passage() {
        return passage;
    }

    /** What a line is that one of the failregexes matched. */
    Match verdict(Sighting sighting) {
        String key = sighting.session();
        if (key == null) {
            return alone(sighting);
        }
        text = null;
        return connections.take(key, sighting);
    }

    /** What a line is that belongs to no session. */
    private static Match alone(Sighting sighting) {
        Captures captures = sighting.captures();
        if (sighting.isHelper() || !captures.who().isKnown()) {
            return new Match.Helper(sighting.regex(), false, sighting.gain(captures));
        }
        List<String> users = captures.user().stream().toList();
        return new Match.Found(List.of(sighting.failure(captures, 1, 1, users)));
    }

    /** The last lines, to be changed. */
    LineWindow window() {
        text = null;
        return window;
    }

    @Override
    public String text() {
        if (text == null) {
            text = SessionText.write(Optional.ofNullable(lastDate), connections, window);
        }
        return text;
    }
}
