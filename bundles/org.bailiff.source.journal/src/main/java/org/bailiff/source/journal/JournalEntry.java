// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.journal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An entry of the journal.
 *
 * @param fields their values; names that begin with {@code _} are journald's own, all others are the sender's
 */
record JournalEntry(Map<String, byte[]> fields) {
    static final String MESSAGE = "MESSAGE";

    private static final String CURSOR = "__CURSOR";
    private static final String RECEIVED = "__REALTIME_TIMESTAMP";
    private static final String SENT = "_SOURCE_REALTIME_TIMESTAMP";

    /** What an entry is asked for; cursor and time of receipt come with every entry. */
    static final List<String> WANTED = List.of(
            MESSAGE,
            "SYSLOG_IDENTIFIER",
            "SYSLOG_PID",
            "_PID",
            "_COMM",
            "_HOSTNAME",
            "_TRANSPORT",
            SENT,
            "_SOURCE_MONOTONIC_TIMESTAMP");

    /** The bytes of a field; none if it is not there. */
    byte[] bytes(String field) {
        return fields.getOrDefault(field, new byte[0]);
    }

    private String text(String field) {
        return new String(bytes(field), StandardCharsets.ISO_8859_1);
    }

    /** Empty if it is none: then this is no entry. */
    Optional<String> cursor() {
        return Optional.of(text(CURSOR)).filter(JournalPosition::isCursor);
    }

    /** When journald received it, in microseconds since 1970; 0 if that is not said. */
    long receivedMicros() {
        return micros(RECEIVED).orElse(0L);
    }

    /** When it was sent, as the kernel says, or else received. */
    Optional<Instant> stamp() {
        return micros(SENT).or(() -> micros(RECEIVED)).map(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    }

    /** A time as journald writes it: a number of at most sixteen digits. */
    Optional<Long> micros(String field) {
        String digits = text(field);
        return digits.matches("\\d{1,16}") ? Optional.of(Long.parseLong(digits)) : Optional.empty();
    }
}
