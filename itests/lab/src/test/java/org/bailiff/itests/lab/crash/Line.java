// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab.crash;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A line of the log. Times are counted from the beginning of the trial.
 *
 * @param written when it is written
 * @param stamp the time that it states
 * @param text what else it says
 */
record Line(Duration written, Duration stamp, String text) {
    String text(Instant begin) {
        return begin.plus(stamp).truncatedTo(ChronoUnit.MICROS) + " " + text + "\n";
    }
}
