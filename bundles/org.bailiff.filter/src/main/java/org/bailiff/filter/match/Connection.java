// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.match;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bailiff.api.filter.Match;

/** What is known of one session: who it is, whom it tried, and what of it is counted. */
final class Connection {
    private static final int MOST_USERS = 16;
    private static final int LONGEST_USER = 256;

    private final Reckoning reckoning;
    private final Set<String> users = new LinkedHashSet<>();
    private Captures known = Captures.NONE;
    private Instant lastSeen;

    Connection(Reckoning reckoning, Instant lastSeen) {
        this.reckoning = reckoning;
        this.lastSeen = lastSeen;
    }

    Connection(Reckoning reckoning, Instant lastSeen, Captures known, List<String> users) {
        this(reckoning, lastSeen);
        this.known = known;
        this.users.addAll(users);
    }

    /** Takes a line of this session in, and answers what it is. */
    Match take(Sighting sighting) {
        Captures merged = sighting.captures().over(known);
        lastSeen = sighting.time();
        known = merged.remembered();
        if (users.size() < MOST_USERS) {
            sighting.captures().user().ifPresent(user -> users.add(bounded(user)));
        }
        Reckoning.Due due = reckoning.take(sighting, users, merged.id().isPresent());
        return due.attempts() == 0
                ? new Match.Helper(sighting.regex(), due.pending(), sighting.gain(merged))
                : new Match.Found(List.of(sighting.failure(merged, due.attempts(), due.lines(), users())));
    }

    private static String bounded(String user) {
        return user.length() > LONGEST_USER ? user.substring(0, LONGEST_USER) : user;
    }

    List<String> users() {
        return new ArrayList<>(users);
    }

    Captures known() {
        return known;
    }

    Instant lastSeen() {
        return lastSeen;
    }

    Reckoning reckoning() {
        return reckoning;
    }
}
