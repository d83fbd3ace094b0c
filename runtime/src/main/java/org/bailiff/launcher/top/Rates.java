// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.top;

import java.util.Optional;
import java.util.function.ToLongFunction;

/** How fast a jail's counts grew between two samples. A count that fell began anew with the daemon: it grew by all of it. */
final class Rates {
    private static final double NANOS = 1e9;

    private final Sample now;
    private final Optional<Sample> before;

    Rates(Sample now, Optional<Sample> before) {
        this.now = now;
        this.before = before.filter(earlier -> earlier.startedAt().equals(now.startedAt()));
    }

    double lines(Sample.Jail jail) {
        return rate(jail, Sample.Jail::lines);
    }

    double failures(Sample.Jail jail) {
        return rate(jail, Sample.Jail::totalFailed);
    }

    double bans(Sample.Jail jail) {
        return rate(jail, Sample.Jail::totalBanned);
    }

    /** Zero if there is nothing to compare with. */
    private double rate(Sample.Jail jail, ToLongFunction<Sample.Jail> count) {
        Sample.Jail earlier =
                before.map(sample -> sample.jails().get(jail.name())).orElse(null);
        if (earlier == null || now.nanos() <= before.get().nanos()) {
            return 0;
        }
        long grown = count.applyAsLong(jail) - count.applyAsLong(earlier);
        long counted = grown < 0 ? count.applyAsLong(jail) : grown;
        return counted * NANOS / (now.nanos() - before.get().nanos());
    }
}
