// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bailiff.api.audit.AuditEntry;

/**
 * Thins out what was refused, so that nobody pushes what was done out of the trail by asking for what he may not: of a
 * caller's refusals of one verb within a minute the first count one by one, the rest as one entry, which says how many
 * there were. Not thread-safe.
 */
final class RefusedMinutes {
    static final Duration MINUTE = Duration.ofMinutes(1);
    static final int ONE_BY_ONE = 20;
    /** Beyond that many callers and verbs within a minute, all others are one. */
    static final int KINDS = 200;

    private static final Kind OTHERS = new Kind("", "", "");

    private final Map<Kind, Minute> minutes = new LinkedHashMap<>();

    private record Kind(String principal, String channel, String what) {}

    /** A minute of one kind. */
    private static final class Minute {
        private final Instant begin;
        private int told;
        private long untold;
        private AuditEntry last;

        Minute(Instant begin) {
            this.begin = begin;
        }

        AuditEntry rest() {
            String more = "; so were " + (untold - 1) + " more since " + begin;
            return new AuditEntry(
                    last.time(),
                    last.caller(),
                    last.what(),
                    last.subject(),
                    last.before(),
                    last.after(),
                    last.outcome() + more);
        }
    }

    /** Whether it is to be recorded as it is; if not, it is counted, and told later. To be called after {@link #over}. */
    boolean isTold(AuditEntry refusal) {
        Minute minute = minutes.computeIfAbsent(kind(refusal), kind -> new Minute(refusal.time()));
        if (minute.told < ONE_BY_ONE) {
            minute.told++;
            return true;
        }
        minute.untold++;
        minute.last = refusal;
        return false;
    }

    private Kind kind(AuditEntry refusal) {
        Kind kind = new Kind(refusal.caller().principal(), refusal.caller().channel(), refusal.what());
        return minutes.containsKey(kind) || minutes.size() < KINDS ? kind : OTHERS;
    }

    /** What the minutes that are over by now have left untold. */
    List<AuditEntry> over(Instant now) {
        List<AuditEntry> rests = new ArrayList<>();
        Iterator<Minute> each = minutes.values().iterator();
        while (each.hasNext()) {
            Minute minute = each.next();
            // A clock that was set back must not keep a minute open.
            if (Duration.between(minute.begin, now).abs().compareTo(MINUTE) >= 0) {
                each.remove();
                addRest(minute, rests);
            }
        }
        return rests;
    }

    /** All that is untold; every minute ends with it. */
    List<AuditEntry> all() {
        List<AuditEntry> rests = new ArrayList<>();
        minutes.values().forEach(minute -> addRest(minute, rests));
        minutes.clear();
        return rests;
    }

    private static void addRest(Minute minute, List<AuditEntry> rests) {
        if (minute.untold > 0) {
            rests.add(minute.rest());
        }
    }
}
