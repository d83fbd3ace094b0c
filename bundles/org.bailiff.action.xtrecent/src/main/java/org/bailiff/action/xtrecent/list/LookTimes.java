// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.time.Duration;
import java.time.Instant;

/** When a list was looked at as a whole. Guarded by the list's lock. */
final class LookTimes {
    private Instant last = Instant.MIN;
    private Duration noticedWithin = noticedWithin(ListKeeper.INTERVAL);

    void looked(Instant now) {
        if (!last.equals(Instant.MIN)) {
            noticedWithin = noticedWithin(Duration.between(last, now));
        }
        last = now;
    }

    /** The last time; {@link Instant#MIN} if there was none. */
    Instant last() {
        return last;
    }

    /** How soon an entry that is taken out by hand is noticed: two looks must miss it. */
    Duration noticedWithin() {
        return noticedWithin;
    }

    private static Duration noticedWithin(Duration apart) {
        Duration pause = apart.compareTo(ListKeeper.INTERVAL) < 0 ? ListKeeper.INTERVAL : apart;
        return pause.multipliedBy(2).plus(ListKeeper.INTERVAL);
    }
}
