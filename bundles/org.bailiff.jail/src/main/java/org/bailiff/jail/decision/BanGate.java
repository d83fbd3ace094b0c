// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision;

import org.bailiff.api.Ban;

/**
 * Has the last word before failures lead to a ban. What it says need not be the same a second time, so what it stops is
 * documented as not exact. Asked on the jail's thread; must answer at once.
 */
@FunctionalInterface
public interface BanGate {
    /** Lets every ban pass. */
    BanGate OPEN = candidate -> Verdict.BAN;

    /** Whether this ban, which is not decided yet, may be. */
    Verdict ask(Ban candidate);

    /** What may become of a ban. */
    enum Verdict {
        /** It is to be. */
        BAN,
        /** Its target is not to be banned; its failures are forgotten. */
        SPARE,
        /** Not now: its failures go on counting, and it is asked for again with the next, or when somebody reconsiders. */
        WAIT
    }
}
