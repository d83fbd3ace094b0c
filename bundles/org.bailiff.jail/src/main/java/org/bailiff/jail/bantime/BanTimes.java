// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.bantime;

import java.util.Optional;
import org.bailiff.api.BanTime;
import org.bailiff.text.Network;

/**
 * How long a jail bans, whom, and how much a failure of somebody weighs who was banned before. Immutable.
 *
 * <p>As fail2ban does it, seen with fail2ban 1.0.2 running, and its past bans set in its database:
 *
 * <ul>
 *   <li>The first ban lasts {@code bantime}, whatever else is set. {@code ban.Count}, and the index into the multipliers, is
 *       1 at the second ban: the number of bans before. 600 s become 600, 1200, 2400, ... until 600 x 2^20, and stay so.
 *   <li>What is calculated is cut to whole seconds; what is less than {@code bantime} is taken as {@code bantime}. After that
 *       {@code bantime.maxtime} bounds it, even below {@code bantime}, and after that the random part is added, above
 *       {@code bantime.maxtime} too.
 *   <li>A formula that goes wrong leaves {@code bantime}, without bound and random part.
 *   <li>A permanent ban time stays permanent.
 *   <li>With multipliers the formula is not asked. {@code bantime.factor} multiplies them, and the formula where it says
 *       {@code banFactor}.
 *   <li>Without {@code bantime.increment} no other key but {@code bantime} has an effect.
 *   <li>With {@code bantime.overalljails} the bans of all jails are added up for the time, and not for the weight.
 * </ul>
 *
 * <p>Where it differs: what is too large, which fail2ban cannot store or calculate, is {@code bantime.maxtime}, or a
 * thousand years if that is not set.
 */
public final class BanTimes {
    /** A thousand years: safe to add to a date, and more than anybody means. */
    static final long LONGEST_SECONDS = 1000L * 1461 / 4 * 24 * 60 * 60;

    /** Beyond so many past bans a failure weighs more than any number of failures that a jail may ask for. */
    private static final int HEAVIEST = 14;

    /**
     * How bans grow.
     *
     * @param maxTime the bound without the random part, in seconds
     * @param overallJails whether bans by other jails count as well
     */
    record Increment(Growth growth, long maxTime, RandomPart random, boolean overallJails) {}

    private final BanTime base;
    private final Optional<Increment> increment;

    private BanTimes(BanTime base, Optional<Increment> increment) {
        this.base = base;
        this.increment = increment;
    }

    /** Every ban lasts as long. */
    public static BanTimes fixed(BanTime time) {
        return new BanTimes(time, Optional.empty());
    }

    /** The first ban lasts so long, and the next ones longer. */
    static BanTimes growing(BanTime base, Increment increment) {
        return new BanTimes(base, Optional.of(increment));
    }

    /** How long a first ban lasts. */
    public BanTime base() {
        return base;
    }

    /**
     * How long a target is banned. The same arguments give the same time. Never throws.
     *
     * @param count which ban of the target it is, from 1
     */
    public BanTime of(Network target, int count) {
        if (increment.isEmpty() || base.isPermanent() || count <= 1) {
            return base;
        }
        Increment growing = increment.get();
        try {
            double grown = growing.growth().seconds(base.toSeconds(), count - 1);
            double whole = Math.floor(Math.max(grown, base.toSeconds()));
            long bounded = (long) Math.min(whole, growing.maxTime());
            return BanTime.ofSeconds(bounded + growing.random().seconds(target, count));
        } catch (ArithmeticException wrongForThisCount) {
            // It was named when the configuration was read, if the count is one that people reach.
            return base;
        }
    }

    /**
     * How many attempts a failure stands for, of a target that this jail banned so often before: with increment 2, 3, 5, 9,
     * 17, ... after the first ban, which is 1 + 2^(past bans - 1); else 1.
     *
     * @param pastBans from 0, without those of other jails
     */
    public int weight(int pastBans) {
        return increment.isEmpty() || pastBans < 1 ? 1 : 1 + (1 << Math.min(pastBans - 1, HEAVIEST));
    }

    /** Whether any failure stands for more than one attempt. */
    public boolean weighs() {
        return increment.isPresent();
    }

    /** Whether bans by other jails count as well. */
    public boolean overallJails() {
        return increment.map(Increment::overallJails).orElse(false);
    }
}
