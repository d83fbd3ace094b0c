// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.match;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bailiff.api.filter.Match;

/** What is known of one session: who it is, whom it tried, and what of it is counted. */
final class Connection {
    private static final int MOST_USERS = 16;
    private static final int LONGEST_USER = 256;

    private final Reckoning reckoning;
    /** In the order of their appearance, each once. */
    private List<String> users = List.of();

    private Captures known = Captures.NONE;
    private Instant lastSeen;

    Connection(Reckoning reckoning, Instant lastSeen) {
        this.reckoning = reckoning;
        this.lastSeen = lastSeen;
    }

    Connection(Reckoning reckoning, Instant lastSeen, Captures known, List<String> users) {
        this(reckoning, lastSeen);
        this.known = known;
        this.users = users.stream().distinct().toList();
    }

    /** Takes a line of this session in, and answers what it is. */
    Match take(Sighting sighting) {
        Captures merged = sighting.captures().over(known);
        lastSeen = sighting.time();
        known = merged.remembered();
        String user = sighting.captures().writtenUser();
        if (user != null && !user.isEmpty()) {
            add(bounded(user));
        }
        Reckoning.Due due = reckoning.take(sighting, users.size(), merged.who().isKnown());
        return due.attempts() == 0
                ? new Match.Helper(sighting.regex(), due.pending(), sighting.gain(merged))
                : new Match.Found(List.of(sighting.failure(merged, due.attempts(), due.lines(), users)));
    }

    /** Few, and mostly one: a list is as good as a set, and can be handed out as it is. */
    private void add(String user) {
        if (users.isEmpty()) {
            users = List.of(user);
        } else if (users.size() < MOST_USERS && !users.contains(user)) {
            List<String> more = new ArrayList<>(users);
            more.add(user);
            users = List.copyOf(more);
        }
    }

    private static String bounded(String user) {
        return user.length() > LONGEST_USER ? user.substring(0, LONGEST_USER) : user;
    }

    List<String> users() {
        return users;
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
