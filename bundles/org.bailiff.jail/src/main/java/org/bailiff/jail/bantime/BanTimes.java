// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.bantime;

import org.bailiff.api.BanTime;
import org.bailiff.text.Network;

/** How long a jail bans, whom, and how much a failure of somebody weighs who was banned before. Immutable. */
public final class BanTimes {
    private final BanTime base;

    private BanTimes(BanTime base) {
        this.base = base;
    }

    /** Every ban lasts as long. */
    public static BanTimes fixed(BanTime time) {
        return new BanTimes(time);
    }

    /** How long a first ban lasts. */
    public BanTime base() {
        return base;
    }

    /**
     * How long a target is banned. The same arguments give the same time.
     *
     * @param count which ban of the target it is, from 1
     */
    public BanTime of(Network target, int count) {
        return base;
    }

    /** How many attempts a failure stands for, of a target that was banned so often before; at least 1. */
    public int weight(int pastBans) {
        return 1;
    }

    /** Whether bans by other jails count as well. */
    public boolean overallJails() {
        return false;
    }
}
