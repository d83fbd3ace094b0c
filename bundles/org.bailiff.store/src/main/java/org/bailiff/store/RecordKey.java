// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The keys that stand in records, as they are written there. */
enum RecordKey {
    POSITIONS,
    SESSIONS,
    BEGINNINGS,
    FAILURES,
    CLEARED,
    BANNED,
    ENDED,
    TOTALS,
    FAILED,
    CLOCK,
    BOOT,
    BOOTED,
    NOTICED,
    ID,
    JAIL,
    TARGET,
    SINCE,
    UNTIL,
    COUNT,
    ORIGIN,
    BY,
    REASON,
    EVIDENCE,
    TIME,
    REGEX,
    ATTEMPTS,
    LINE,
    ADDRESS;

    private final byte[] written = ('"' + name().toLowerCase(Locale.ROOT) + "\":").getBytes(StandardCharsets.US_ASCII);

    /** With quotation marks and the colon. Not to be changed. */
    byte[] written() {
        return written;
    }
}
