// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision;

import java.time.Duration;
import java.time.Instant;
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
 * @param counting what failures are counted by
 * @param maxMatches of how many lines a ban keeps at most what led to it
 * @param forgives whether access that is gained forgives the failures before it
 * @param simulating whether bans are only shown
 * @param memory how long a ban that ended counts as one before; positive
 */
public record Thresholds(
        int maxRetry,
        Duration findTime,
        BanTimes banTimes,
        IgnoreList ignoreList,
        NetworkBans networkBans,
        Counting counting,
        int maxMatches,
        boolean forgives,
        boolean simulating,
        Duration memory) {
    /** How long ended bans count, unless the jail says it. */
    public static final Duration USUAL_MEMORY = Duration.ofDays(30);

    /** As fail2ban does: counted by address, all lines kept, and a success forgives nothing. */
    public Thresholds(
            int maxRetry, Duration findTime, BanTimes banTimes, IgnoreList ignoreList, NetworkBans networkBans) {
        this(
                maxRetry,
                findTime,
                banTimes,
                ignoreList,
                networkBans,
                Counting.BY_ADDRESS,
                maxRetry,
                false,
                false,
                USUAL_MEMORY);
    }

    public Thresholds {
        if (maxRetry < 1) {
            throw new IllegalArgumentException("maxretry is at least 1, not " + maxRetry);
        }
        if (findTime.isNegative() || findTime.isZero()) {
            throw new IllegalArgumentException("findtime is longer than nothing, not " + findTime.toSeconds() + " s");
        }
    }

    /** Bans that ended before this moment are forgotten when something happens at {@code when}. */
    Instant remembersSince(Instant when) {
        return when.minus(memory);
    }
}
