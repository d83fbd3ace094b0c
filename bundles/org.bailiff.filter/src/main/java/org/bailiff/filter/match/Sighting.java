// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.match;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.Failure;
import org.bailiff.api.filter.Match;

/**
 * A line that one of the failregexes matched.
 *
 * @param regex its number, from 1
 * @param captures of prefix and failregex
 * @param time of the line
 */
record Sighting(int regex, Captures captures, Instant time) {
    /** A longer key is an attacker's, and would fill the memory. */
    private static final int LONGEST_KEY = 200;

    /** The key of the session that the line belongs to; null if it belongs to none. */
    String session() {
        String key = captures.named().value("mlfid");
        return key == null || key.isEmpty() || key.length() > LONGEST_KEY ? null : key;
    }

    /** Whether access was gained: pending failures were typing errors. */
    boolean isGain() {
        return captures.has("mlfgained");
    }

    /** The access that it gained, with what its session knows; empty if it gained none, or it is not known who did. */
    Optional<Match.Gain> gain(Captures merged) {
        return isGain()
                ? merged.who().id().map(id -> new Match.Gain(id, merged.who().address(), time))
                : Optional.empty();
    }

    /** Whether it only tells something about its session. */
    boolean isHelper() {
        return captures.has("nofail") || isGain();
    }

    /** Whether it stands for the session and not for an attempt in it. */
    boolean isOfSession() {
        return captures.has("mlfonce");
    }

    boolean endsSession() {
        return captures.has("mlfforget");
    }

    /**
     * The failure that it is, with what its session knows.
     *
     * @param lines how many lines tell of it
     */
    Failure failure(Captures merged, int attempts, int lines, List<String> users) {
        Who who = merged.who();
        return new Failure(
                who.id().orElseThrow(),
                who.host(),
                who.address(),
                time,
                attempts,
                lines,
                users,
                merged.others(),
                regex);
    }
}
