// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.match;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bailiff.api.Failure;

/**
 * What is known of one session: who it is, whom it tried, and how many failures it is worth. That is the number of its
 * attempts, and at least one if a line said that the session as a whole has failed ({@code <F-MLFONCE>}). What it is
 * worth is counted as soon as it is known who it is; so no attempt counts twice that two lines tell of.
 */
final class Connection {
    private static final int MOST_USERS = 16;
    private static final int LONGEST_USER = 256;

    private final Set<String> users = new LinkedHashSet<>();
    private Captures who = Captures.NONE;
    private Instant lastSeen;
    private int attempts;
    private boolean failed;
    private int counted;

    Connection(Instant lastSeen) {
        this.lastSeen = lastSeen;
    }

    Connection(Captures who, List<String> users, Instant lastSeen, int attempts, boolean failed, int counted) {
        this(lastSeen);
        this.who = who;
        this.users.addAll(users);
        this.attempts = attempts;
        this.failed = failed;
        this.counted = counted;
    }

    /** Takes a line of this session in, and answers the failure that is to be counted for it, if any. */
    Optional<Failure> take(Sighting sighting) {
        Captures merged = sighting.captures().over(who);
        remember(sighting, merged);
        count(sighting);
        int due = worth() - counted;
        if (due == 0 || merged.id().isEmpty()) {
            return Optional.empty();
        }
        counted += due;
        return Optional.of(sighting.failure(merged, due, users()));
    }

    private void remember(Sighting sighting, Captures merged) {
        lastSeen = sighting.time();
        who = merged.who();
        if (users.size() < MOST_USERS) {
            sighting.captures().user().ifPresent(user -> users.add(bounded(user)));
        }
    }

    private static String bounded(String user) {
        return user.length() > LONGEST_USER ? user.substring(0, LONGEST_USER) : user;
    }

    private void count(Sighting sighting) {
        if (sighting.isGain() && users.size() <= 1) {
            counted = worth();
        } else if (!sighting.isHelper() && sighting.isOfSession()) {
            failed = true;
        } else if (!sighting.isHelper()) {
            attempts++;
        }
    }

    private int worth() {
        return Math.max(attempts, failed ? 1 : 0);
    }

    List<String> users() {
        return new ArrayList<>(users);
    }

    Captures who() {
        return who;
    }

    Instant lastSeen() {
        return lastSeen;
    }

    int attempts() {
        return attempts;
    }

    boolean failed() {
        return failed;
    }

    int counted() {
        return counted;
    }
}
