// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bailiff.text.Address;

/**
 * One failure that a filter found in a line.
 *
 * @param id what failures are counted by: the host, or what {@code <F-ID>} captured
 * @param host the host as the line writes it, unresolved; empty if the filter captures none
 * @param address the address that the host is; empty if the host is a name or there is none
 * @param time when it happened, by the line's own time unless that was missing or not to be trusted
 * @param attempts how many attempts it counts for, at least 1
 * @param lines how many lines of its session tell of it, at least 1; fail2ban's samples call this attempts
 * @param users the users that were tried, in the order of their appearance
 * @param captures every other capture of the filter by its lower-case name without {@code F-}, and {@code user}, which
 *     may be empty: whom this line tried, while {@code users} are all of the session. An immutable map: it is not copied, for
 *     most are never looked into
 * @param regex the number of the failregex that found it, from 1
 */
public record Failure(
        String id,
        Optional<String> host,
        Optional<Address> address,
        Instant time,
        int attempts,
        int lines,
        List<String> users,
        Map<String, String> captures,
        int regex) {

    public Failure {
        users = List.copyOf(users);
        if (attempts < 1) {
            throw new IllegalArgumentException("a failure stands for at least one attempt, not " + attempts);
        }
    }

    /** The same at another time. */
    public Failure at(Instant otherTime) {
        return new Failure(id, host, address, otherTime, attempts, lines, users, captures, regex);
    }
}
