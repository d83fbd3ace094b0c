// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import org.bailiff.api.filter.FilterCompiler;
import org.bailiff.api.filter.Matcher;
import org.bailiff.jail.decision.BanGate;
import org.bailiff.jail.decision.Decisions;
import org.bailiff.jail.replay.Period;
import org.bailiff.jail.replay.ReplayClock;
import org.bailiff.jail.replay.ReplayedJail;

/** What jails that are replayed together share: the time that the lines have reached, and what they know of each other. */
final class ReplaySession {
    private final Surroundings surroundings;
    private final Period period;
    private final ReplayClock clock = new ReplayClock();
    private final BanRate rate = new BanRate();
    private final Offenders offenders = new Offenders();
    private boolean limited;

    ReplaySession(Surroundings surroundings, Period period) {
        this.surroundings = surroundings;
        this.period = period;
    }

    Period period() {
        return period;
    }

    FilterCompiler compiler() {
        return surroundings
                .compiler()
                .orElseThrow(() -> new IllegalStateException("no bundle compiles filters; start org.bailiff.filter"));
    }

    /** Told of each jail before the first is made: it is only counted what somebody asks for. */
    void expect(JailSettings settings) {
        limited |= settings.banRate().isSet();
        if (settings.thresholds().banTimes().overallJails()) {
            offenders.want();
        }
    }

    /** A jail that knows nothing yet. */
    ReplayedJail jail(String name, JailSettings settings, Matcher matcher) {
        // Who only simulates keeps to no limit, and counts for none.
        BanGate gate =
                limited && !settings.simulating() ? new ReplayGate(rate, settings.banRate(), clock) : BanGate.OPEN;
        Decisions decisions = new Decisions(name, settings.thresholds(), surroundings.room(), gate, offenders);
        ReplayedJail.Setup setup = new ReplayedJail.Setup(
                name, matcher, settings.charset(), settings.input().readsBans(), settings.simulating());
        return new ReplayedJail(setup, decisions, period, clock);
    }
}
