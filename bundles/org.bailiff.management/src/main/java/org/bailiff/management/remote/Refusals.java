// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bailiff.api.Caller;
import org.bailiff.api.audit.Audit;
import org.bailiff.text.SafeText;

/**
 * Puts what was refused into the audit trail: of each kind, user and host the first within a minute, one by one, and then
 * how many more there were. So a flood of them neither fills the disk nor hides what another does. Thread-safe.
 */
final class Refusals {
    static final Duration WINDOW = Duration.ofMinutes(1);
    static final int ONE_BY_ONE = 20;
    /** Of those who have had their first told. */
    static final int MORE_IN_ALL = 200;
    /** Beyond, those of a kind are counted together. */
    static final int MOST_SOURCES = 256;

    private static final int LONGEST_SUBJECT = 300;

    /** What is counted together; from everywhere and nobody for those for whom there is no place. */
    private record Source(String what, String user, String host) {
        static Source of(Caller caller, String what) {
            String from = caller.from();
            return new Source(what, caller.principal(), from.substring(0, Math.max(0, from.lastIndexOf(':'))));
        }

        Source anywhere() {
            return new Source(what, "", "");
        }
    }

    /** What was refused. */
    private record Refusal(Caller caller, String what, String subject, String sentence) {}

    /** A minute of one source. */
    private static final class Minute {
        private final Instant begin;
        private int told;
        private long untold;
        private Refusal last;

        Minute(Instant begin) {
            this.begin = begin;
        }
    }

    private final Audit audit;
    private final InstantSource clock;
    /** Guarded by this. */
    private final Map<Source, Minute> minutes = new LinkedHashMap<>();

    Refusals(Audit audit, InstantSource clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Something was refused.
     *
     * @param what its kind, one of the words that the code has for it
     * @param sentence the reason
     */
    synchronized void record(Caller caller, String what, String subject, String sentence) {
        tick();
        Refusal refusal = new Refusal(caller, what, SafeText.of(subject, LONGEST_SUBJECT), sentence);
        Minute minute = minute(Source.of(caller, what));
        if (minute.told == 0 || minute.told < ONE_BY_ONE && more() < MORE_IN_ALL) {
            minute.told++;
            tell(refusal, sentence);
        } else {
            minute.untold++;
            minute.last = refusal;
        }
    }

    private Minute minute(Source source) {
        boolean hasPlace = minutes.containsKey(source) || minutes.size() < MOST_SOURCES;
        return minutes.computeIfAbsent(hasPlace ? source : source.anywhere(), begins -> new Minute(clock.instant()));
    }

    /** How many were told that were not a source's first. */
    private int more() {
        return minutes.values().stream()
                .mapToInt(minute -> minute.told - 1)
                .filter(told -> told > 0)
                .sum();
    }

    /** Tells what minutes that are over have not told. To be called now and then. */
    synchronized void tick() {
        Instant now = clock.instant();
        minutes.values().removeIf(minute -> {
            boolean over = Duration.between(minute.begin, now).abs().compareTo(WINDOW) >= 0;
            if (over) {
                tellRest(minute);
            }
            return over;
        });
    }

    /** Tells all that is untold. */
    synchronized void flush() {
        minutes.values().forEach(Refusals.this::tellRest);
        minutes.clear();
    }

    private void tellRest(Minute minute) {
        if (minute.untold > 0) {
            tell(
                    minute.last,
                    minute.last.sentence() + "; so were " + (minute.untold - 1) + " more since " + minute.begin);
        }
    }

    private void tell(Refusal refusal, String outcome) {
        audit.record(refusal.caller(), refusal.what(), refusal.subject(), "", "", outcome);
    }
}
