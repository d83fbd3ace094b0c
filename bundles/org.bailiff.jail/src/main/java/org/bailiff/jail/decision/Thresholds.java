// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision;

import java.time.Duration;
import org.bailiff.api.jail.NetworkBans;
import org.bailiff.jail.bantime.BanTimes;
import org.bailiff.jail.ignore.IgnoreList;

/**
 * When a jail bans, and for how long.
 *
 * @param maxRetry how many attempts within find time ban; at least 1
 * @param findTime in which they count together, both ends included; positive
 * @param banTimes how long
 * @param ignoreList whom it never bans
 * @param networkBans whether it bans networks, and from how many banned neighbours on
 */
public record Thresholds(
        int maxRetry, Duration findTime, BanTimes banTimes, IgnoreList ignoreList, NetworkBans networkBans) {
    public Thresholds {
        if (maxRetry < 1) {
            throw new IllegalArgumentException("maxretry is at least 1, not " + maxRetry);
        }
        if (findTime.isNegative() || findTime.isZero()) {
            throw new IllegalArgumentException("findtime is longer than nothing, not " + findTime.toSeconds() + " s");
        }
    }
}
