// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.util.Optional;

/**
 * How evenly a hash spreads bans over lists: the fullest gets more than its share.
 *
 * @param lists how many there are
 * @param room for how many bans each has room
 */
record Spread(int lists, int room) {
    /** What lists are planned for, in percent of what they have room for. */
    static final int PLANNED_PERCENT = 70;
    /** Beyond it, a double cannot hold how improbable an empty list is. */
    private static final double LARGE = 500;

    /** Why that plan does not work out, in a sentence; empty if it does. */
    Optional<String> objection() {
        long planned = (long) lists * room * PLANNED_PERCENT / 100;
        int fullest = expectedMaximum(planned / (double) lists);
        if (lists == 1 || fullest <= room) {
            return Optional.empty();
        }
        return Optional.of("lists=" + lists + ": of " + planned + " bans, " + PLANNED_PERCENT
                + " % of what the lists have room for, the fullest list is expected to get " + fullest
                + " and has room for " + room + "; raise 'capacity', or plan for fewer bans");
    }

    /** The number that most probably none of the lists exceeds: Poisson's distribution, for large numbers Gauss's. */
    private int expectedMaximum(double mean) {
        if (mean > LARGE) {
            return (int) Math.ceil(mean + Math.sqrt(2 * mean * Math.log(2.0 * lists)));
        }
        double probability = Math.exp(-mean);
        double atMost = probability;
        int count = 0;
        while (lists * (1 - atMost) > 0.5) {
            count++;
            probability *= mean / count;
            atMost += probability;
        }
        return count;
    }
}
