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
    /** How long after a ban was held up last it is remarked: those that wait are asked for every few seconds. */
    private static final Duration LASTING = Duration.ofSeconds(10);

    private Instant said = Instant.MIN;
    private volatile Instant held = Instant.MIN;

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
        held = now;
        return Verdict.WAIT;
    }

    /** Why bans wait; empty if none does. From any thread. */
    String remark() {
        Instant last = held;
        boolean lately = !last.equals(Instant.MIN)
                && Duration.between(last, surroundings.clock().instant()).abs().compareTo(LASTING) < 0;
        BanRate.Limit limit = settings.get().banRate();
        return lately
                ? "bans wait, because all jails have made " + limit.most() + " within "
                        + limit.within().toSeconds() + " s, which is as many as '" + BanRate.Limit.KEY + "' allows"
                : "";
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
