// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.bantime;

import java.util.Optional;

/**
 * Tries out a formula for the counts that people reach, before it is used.
 *
 * @param time the jail's ban time in seconds
 */
record FormulaTrial(Growth growth, long time) {
    private static final int MOST_COUNT = 100;

    /** What is wrong with the first count for which something is, in a sentence; empty if it goes well for all. */
    Optional<String> complaint() {
        for (int count = 1; count <= MOST_COUNT; count++) {
            try {
                double seconds = growth.seconds(time, count);
                // Later counts may be too large without a mistake: that is what doubling leads to.
                if (count == 1 && seconds > BanTimes.LONGEST_SECONDS) {
                    return Optional.of("the formula is too large already when ban.Count is 1; such a ban lasts"
                            + " bantime.maxtime, or 1000 years if that is not set");
                }
            } catch (ArithmeticException wrong) {
                return Optional.of("the formula goes wrong when ban.Count is " + count + ": " + wrong.getMessage()
                        + "; such a ban lasts bantime");
            }
        }
        return Optional.empty();
    }
}
