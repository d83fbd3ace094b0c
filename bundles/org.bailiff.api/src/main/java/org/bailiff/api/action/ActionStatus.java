// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.action;

/**
 * What an action is doing at a moment.
 *
 * @param name the action's name
 * @param state see {@link State}
 * @param reason a sentence that says why it waits or failed, and the mend; empty while READY
 * @param entriesCurrent how many targets it keeps out now
 * @param entriesPending how many it should keep out and does not yet
 * @param entriesMax how many it can keep out; -1 if without bound
 * @param writesTotal changes made to the system
 * @param errorsTotal changes that failed
 */
public record ActionStatus(
        String name,
        State state,
        String reason,
        long entriesCurrent,
        long entriesPending,
        long entriesMax,
        long writesTotal,
        long errorsTotal) {

    /** What an action is doing. */
    public enum State {
        /** Bans are carried out. */
        READY,
        /** What it writes to is not there yet, e.g. the firewall's rule. Bans are kept until it is. */
        WAITING,
        /** It has no right to, or is configured wrongly. Bans are kept, and tried again. */
        FAILED
    }
}
