// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * What a rehearsal reads: an sshd's failures as logs tell of them, and what else is between them. What never occurs in it the
 * compiler takes for impossible, and throws its code away when it does occur.
 */
final class RehearsedLines {
    /** Of each address, so that it is banned. */
    static final int FAILURES = 5;

    /** How many rounds have the same kind of date, as a log has. */
    private static final int ALIKE = 50;

    private static final int BYTE = 250;

    private static final DateTimeFormatter OLD = DateTimeFormatter.ofPattern("MMM ppd HH:mm:ss", Locale.ROOT);

    private static final List<Function<Instant, String>> DATES = List.of(
            time -> time.truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", "+00:00"),
            time -> OLD.format(time.atZone(ZoneId.systemDefault())),
            time -> time.truncatedTo(ChronoUnit.MICROS)
                    .atOffset(ZoneOffset.ofHours(2))
                    .toString(),
            Instant::toString);

    /** How sshd says that somebody failed; %1$s is the address. */
    private static final List<String> SAYINGS = List.of(
            "Failed password for root from %s port %d ssh2",
            "Failed password for invalid user test from %s port %d ssh2",
            "Failed password for root from %s port %d ssh2");

    private final InstantSource clock;

    RehearsedLines(InstantSource clock) {
        this.clock = clock;
    }

    /** All failures of a round but the last one, and what does not concern them. */
    String before(int round) {
        StringBuilder lines = new StringBuilder();
        for (int failure = 1; failure < FAILURES; failure++) {
            lines.append(date(round))
                    .append(" host CRON[")
                    .append(700 + failure)
                    .append("]: (root) CMD (true)\n");
            lines.append(failure(round, failure));
            if ((round + failure) % 8 == 0) {
                lines.append(line(round, 900 + failure, "Accepted publickey for root from 192.0.2.77 port 4242 ssh2"));
                lines.append(
                        line(round, 950 + failure, "Received disconnect from 192.0.2.78 port 77:11: bye [preauth]"));
            }
        }
        return lines.toString();
    }

    /** The last failure of a round. */
    String last(int round) {
        return failure(round, FAILURES);
    }

    private String failure(int round, int failure) {
        String saying = SAYINGS.get((round + failure) % SAYINGS.size());
        return line(round, 1_000 + failure, saying.formatted(address(round), 2_000 + failure));
    }

    private String line(int round, int process, String text) {
        return date(round) + " host sshd[" + process + "]: " + text + "\n";
    }

    private String date(int round) {
        return DATES.get(round / ALIKE % DATES.size()).apply(clock.instant());
    }

    private static String address(int round) {
        return "198." + (18 + round / BYTE / BYTE % 2) + "." + round / BYTE % BYTE + "." + (1 + round % BYTE);
    }
}
