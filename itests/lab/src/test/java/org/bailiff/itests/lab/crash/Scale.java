// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab.crash;

import java.time.Duration;

/**
 * How much happens in a trial.
 *
 * @param guilty how many addresses are to be banned; as many are almost guilty
 * @param length the time in which all of them fail
 * @param kills how often the daemon ends by kill -9
 * @param ends how often in order
 * @param rotations of the log
 * @param flushes how often root flushes the firewall and makes lists and rules again
 * @param orders bans by hand; half as many are ended again, and a quarter of them pardons guilty ones
 */
public record Scale(int guilty, Duration length, int kills, int ends, int rotations, int flushes, int orders) {
    /** What is to be proven, in about a minute: two dozen kills. */
    public static final Scale QUICK = new Scale(1500, Duration.ofSeconds(30), 24, 2, 6, 2, 8);
    /** As long as it takes to kill it a hundred times. */
    public static final Scale LONG = new Scale(1500, Duration.ofSeconds(150), 110, 10, 14, 6, 20);
    /** Enough for a fault to show. */
    public static final Scale SMALL = new Scale(300, Duration.ofSeconds(10), 8, 1, 2, 1, 8);
}
