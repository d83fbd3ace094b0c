// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.jail;

import java.time.Duration;
import java.time.Instant;

/**
 * What the daemon as a whole is and has done, at a moment.
 *
 * @param state see {@link State}
 * @param reason a sentence that says why it is not RUNNING; empty if it is
 * @param version of the software
 * @param startedAt when it started
 * @param jails how many jails are configured
 * @param currentlyBanned bans in force, over all jails
 * @param totalBanned bans since the counts began, over all jails
 * @param totalFailed failures since the counts began, over all jails
 * @param linesRead lines read, over all jails
 * @param linesMatched lines with a failure, over all jails
 * @param linesCut lines too long to be read whole
 * @param detectionToBanP50 from reading a line to the ban's being in the kernel list, median of the last bans; zero if
 *     there were none
 * @param detectionToBanP99 the same, 99th percentile
 */
public record DaemonStatus(
        State state,
        String reason,
        String version,
        Instant startedAt,
        int jails,
        long currentlyBanned,
        long totalBanned,
        long totalFailed,
        long linesRead,
        long linesMatched,
        long linesCut,
        Duration detectionToBanP50,
        Duration detectionToBanP99) {

    /** What the daemon is doing. */
    public enum State {
        STARTING,
        RUNNING,
        /** Something does not work as configured; the rest does. */
        DEGRADED,
        STOPPING
    }
}
