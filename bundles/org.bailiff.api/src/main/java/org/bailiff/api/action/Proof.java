// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.action;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What an action can show of one target: whether it is kept out, and by what that is known.
 *
 * @param action the action's name
 * @param inForce whether the target is kept out now, as far as the action knows
 * @param confirmed since when the system itself shows that, without a break; empty if it does not, or cannot
 * @param lastDropped when a packet of the target was last dropped; empty if none is known of
 * @param droppedLately how many packets were dropped within {@link #LATELY}; at least so many, for a system remembers few
 * @param sentence all of that for people, with what is missing
 */
public record Proof(
        String action,
        boolean inForce,
        Optional<Instant> confirmed,
        Optional<Instant> lastDropped,
        int droppedLately,
        String sentence) {
    /** How far back a dropped packet is lately. */
    public static final Duration LATELY = Duration.ofMinutes(10);

    /** Of an action that sees no packets. */
    public static Proof of(String action, boolean inForce, String sentence) {
        return new Proof(action, inForce, Optional.empty(), Optional.empty(), 0, sentence);
    }
}
