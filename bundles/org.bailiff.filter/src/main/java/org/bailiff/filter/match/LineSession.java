// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.match;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bailiff.api.filter.LogLine;
import org.bailiff.api.filter.Session;
import org.bailiff.filter.date.DatePlace;

/** What a filter remembers of a stream. */
final class LineSession implements Session {
    /** How far a fresh line's stamp may be off, and how long a date holds for lines without one. */
    static final Duration TOLERANCE = Duration.ofSeconds(60);

    private final Connections connections;
    private final LineWindow window;
    private Instant lastDate;
    private DatePlace lastPlace;
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
        boolean odd = Distance.isMore(stamp, line.arrival(), TOLERANCE);
        Instant time = line.fresh() && odd ? line.arrival() : stamp;
        if (!time.equals(lastDate)) {
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

    /** Where the last date stood; null if none was found yet. Not stored: without it, all forms are looked for. */
    DatePlace lastPlace() {
        return lastPlace;
    }

    void remember(DatePlace place) {
        lastPlace = place;
    }

    /** The open sessions, to be changed. */
    Connections connections() {
        text = null;
        return connections;
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
