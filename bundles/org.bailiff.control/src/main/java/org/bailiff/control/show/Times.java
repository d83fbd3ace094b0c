// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.show;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Times for people: in the clock's zone, to the second, and spans in words. */
public final class Times {
    private static final String FOR_EVER = "for ever";

    private final Clock clock;
    private final DateTimeFormatter format;

    /** Times as seen at the clock's moment and in its zone. */
    public Times(Clock clock) {
        this.clock = clock;
        this.format =
                DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(clock.getZone());
    }

    public String moment(Instant moment) {
        return format.format(moment);
    }

    /** The end of a ban: its moment, or that there is none. */
    public String end(Optional<Instant> end) {
        return end.map(this::moment).orElse(FOR_EVER);
    }

    /** How long it is until the end, e.g. {@code 9 minutes 58 seconds left}. */
    public String remaining(Optional<Instant> end) {
        return end.map(this::remaining).orElse(FOR_EVER);
    }

    private String remaining(Instant end) {
        Duration left = Duration.between(clock.instant(), end);
        return left.isNegative() || left.isZero() ? "ends now" : span(left) + " left";
    }

    /** How long it has been since the moment. */
    public String since(Instant moment) {
        return span(Duration.between(moment, clock.instant()));
    }

    /** A span in its two largest units. */
    public static String span(Duration span) {
        List<String> words = new ArrayList<>();
        add(words, span.toDays(), "day");
        add(words, span.toHoursPart(), "hour");
        add(words, span.toMinutesPart(), "minute");
        add(words, span.toSecondsPart(), "second");
        return words.isEmpty() ? "0 seconds" : String.join(" ", words.subList(0, Math.min(2, words.size())));
    }

    private static void add(List<String> words, long count, String unit) {
        if (count > 0) {
            words.add(count + " " + unit + (count == 1 ? "" : "s"));
        }
    }
}
