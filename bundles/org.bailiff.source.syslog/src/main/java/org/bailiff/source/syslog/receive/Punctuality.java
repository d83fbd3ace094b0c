// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.syslog.receive;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether what comes through a connection has just been written, or is a forwarder's backlog.
 *
 * <p>As of files: a time that is more than a minute off counts as now where news comes, so that a sender whose clock or
 * time zone is wrong has its attackers banned, too; and in a backlog an event happened when it says. A connection is taken
 * for a backlog until a message was punctual, at most for a minute. A datagram is always news: nobody sends old ones.
 */
public final class Punctuality {
    private static final Duration TOLERANCE = Duration.ofSeconds(60);

    private final Instant beginning;
    private boolean isNews;

    private Punctuality(Instant beginning, boolean isNews) {
        this.beginning = beginning;
        this.isNews = isNews;
    }

    /** Of datagrams. */
    static Punctuality ofNews() {
        return new Punctuality(Instant.EPOCH, true);
    }

    /** Of a connection that was made at this time. */
    public static Punctuality since(Instant connected) {
        return new Punctuality(connected, false);
    }

    /**
     * When the event of a message happened.
     *
     * @param said what the message says; empty if it says nothing
     */
    public Instant timeOf(Optional<Instant> said, Instant arrival) {
        isNews |= !isNear(beginning, arrival);
        if (said.isEmpty()) {
            return arrival;
        }
        Instant time = said.get();
        if (isNear(time, arrival)) {
            isNews = true;
            return time;
        }
        return isNews || time.isAfter(arrival) ? arrival : time;
    }

    private static boolean isNear(Instant time, Instant other) {
        return !time.isBefore(other.minus(TOLERANCE)) && !time.isAfter(other.plus(TOLERANCE));
    }
}
