// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.replay;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.bailiff.dialect.TimeSpan;
import org.bailiff.text.SafeText;

/** Moments as people write and read them, in their zone. Immutable. */
final class ReplayTimes {
    private final Instant now;
    private final ZoneId zone;
    private final DateTimeFormatter format;

    ReplayTimes(Instant now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
        this.format =
                DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(zone);
    }

    String moment(Instant moment) {
        return format.format(moment);
    }

    String end(Optional<Instant> end) {
        return end.map(this::moment).orElse("never");
    }

    /**
     * A moment: so long ago, a day, a time of a day, with an offset or in the zone.
     *
     * @throws IllegalArgumentException if it is none; the message is a sentence
     */
    Instant parse(String text) {
        String typed = text.strip();
        // fail2ban's spans begin with a number and have a unit; so does no date.
        if (typed.matches("\\d+(\\.\\d+)?\\s*[a-z].*")) {
            return now.minusSeconds(TimeSpan.parseSeconds(typed));
        }
        try {
            return date(typed.replace(' ', 'T'));
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException(
                    "'" + SafeText.of(text, 60)
                            + "' is no time; write how long ago, e.g. 7d or 12h, or e.g. 2026-11-20,"
                            + " '2026-11-20 04:15' or 2026-11-20T04:15:08Z",
                    wrong);
        }
    }

    private Instant date(String typed) {
        if (!typed.contains("T")) {
            return LocalDate.parse(typed).atStartOfDay(zone).toInstant();
        }
        return typed.matches(".*T.*([Zz]|[+-]\\d\\d(:?\\d\\d)?)")
                ? OffsetDateTime.parse(typed).toInstant()
                : LocalDateTime.parse(typed).atZone(zone).toInstant();
    }
}
