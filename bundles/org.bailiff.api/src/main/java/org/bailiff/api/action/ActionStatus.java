// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.action;

import java.time.Duration;

/**
 * What an action is doing at a moment.
 *
 * @param name the action's name, which no other of its jail should have; it does not change while the action is there
 * @param state see {@link State}
 * @param reason a sentence that says why it waits or failed, or what will not last although it is READY, and the mend;
 *     empty if nothing is to be mended
 * @param entries what it keeps out
 * @param totals what it has done since it began
 * @param noticedWithin how soon it notices what others change in the system, as things are now; zero if it does not look
 */
public record ActionStatus(
        String name, State state, String reason, Entries entries, Totals totals, Duration noticedWithin) {

    /** Of an action that does not look at what others do. */
    public ActionStatus(String name, State state, String reason, Entries entries, Totals totals) {
        this(name, state, reason, entries, totals, Duration.ZERO);
    }

    /** What an action is doing. */
    public enum State {
        /** Bans are carried out. */
        READY,
        /** What it writes to is not there yet, e.g. the firewall's rule. Bans are kept until it is. */
        WAITING,
        /** It has no right to, or is configured wrongly. Bans are kept, and tried again. */
        FAILED
    }

    /**
     * What an action keeps out.
     *
     * @param current how many targets it keeps out now
     * @param pending how many it should keep out and does not yet
     * @param max how many it can keep out; -1 if without bound
     * @param foreign how many entries in its place are not its own; they take up room
     * @param proven how many of the current ones had a packet dropped within {@link Proof#LATELY}
     */
    public record Entries(long current, long pending, long max, long foreign, long proven) {
        /** Nothing, and no bound. */
        public static final Entries NONE = unbounded(0);

        /** So many targets, for which there is always room. */
        public static Entries unbounded(long current) {
            return new Entries(current, 0, -1, 0, 0);
        }
    }

    /**
     * What an action has done since it began.
     *
     * @param writes changes made to the system
     * @param errors changes that failed
     * @param evicted targets let in because there was no room
     * @param lapsed targets that were let in for a while because their lease was not renewed in time
     * @param delisted targets that somebody let in by hand
     * @param latencyP99 how long one of the last changes took, 99th percentile; zero if there were none
     */
    public record Totals(long writes, long errors, long evicted, long lapsed, long delisted, Duration latencyP99) {
        /** Nothing. */
        public static final Totals NONE = new Totals(0, 0, 0, 0, 0, Duration.ZERO);
    }
}
