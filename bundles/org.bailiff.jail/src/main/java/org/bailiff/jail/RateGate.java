// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.bailiff.api.Ban;
import org.bailiff.api.action.Notice;
import org.bailiff.jail.decision.BanGate;

/** Holds bans up while all jails together have made more than this jail's limit. Used by the jail's thread. */
final class RateGate implements BanGate {
    /** So often at most it is said. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final String jail;
    private final Surroundings surroundings;
    private final Supplier<JailSettings> settings;
    private Instant said = Instant.MIN;

    RateGate(String jail, Surroundings surroundings, Supplier<JailSettings> settings) {
        this.jail = jail;
        this.surroundings = surroundings;
        this.settings = settings;
    }

    @Override
    public Verdict ask(Ban candidate) {
        Instant now = surroundings.clock().instant();
        JailSettings inForce = settings.get();
        // What is over, or not enforced, locks nobody out.
        boolean matters = !candidate.isOver(now) && !inForce.simulating();
        if (!matters || surroundings.banRate().allows(inForce.banRate(), now)) {
            return Verdict.BAN;
        }
        say(candidate, inForce.banRate(), now);
        return Verdict.WAIT;
    }

    private void say(Ban candidate, BanRate.Limit limit, Instant now) {
        if (said.isAfter(now) || said.isBefore(now.minus(PAUSE))) {
            said = now;
            surroundings
                    .announcements()
                    .noticed(
                            jail,
                            new Notice(
                                    Notice.Kind.BANS_HELD,
                                    "the ban of " + candidate.target()
                                            + ", and maybe of others, waits: all jails have made "
                                            + limit.most() + " bans within "
                                            + limit.within().toSeconds()
                                            + " s, and '" + BanRate.Limit.KEY + "' allows no more"));
        }
    }
}
