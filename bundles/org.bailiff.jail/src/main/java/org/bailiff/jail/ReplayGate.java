// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.time.InstantSource;
import org.bailiff.api.Ban;
import org.bailiff.jail.decision.BanGate;

/**
 * Holds bans of the past up as {@link RateGate} does those of now. Nobody is asked that could only answer for now.
 *
 * @param rate of all jails that are replayed together
 * @param limit the jail's
 * @param clock the time that the lines have reached
 */
record ReplayGate(BanRate rate, BanRate.Limit limit, InstantSource clock) implements BanGate {

    @Override
    public Verdict ask(Ban candidate) {
        boolean matters = !candidate.isOver(clock.instant());
        return !matters || rate.allows(limit, clock.instant()) ? Verdict.BAN : Verdict.WAIT;
    }
}
