// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.bantime;

import java.util.Set;
import org.bailiff.api.BanTime;
import org.bailiff.dialect.TimeSpan;
import org.bailiff.jail.Keys;

/** Reads the keys that say how long a jail bans. */
public final class BanTimesReader {
    /** The keys that are read here. */
    public static final Set<String> KEYS = Set.of("bantime");

    private BanTimesReader() {}

    /**
     * What the keys say; what is wrong with them is noted there.
     *
     * @param seed what makes random parts differ from those of other hosts
     */
    public static BanTimes read(Keys keys, String seed) {
        return BanTimes.fixed(keys.value("bantime", "10m", BanTimesReader::banTime, BanTime.ofSeconds(600)));
    }

    private static BanTime banTime(String text) {
        long seconds = TimeSpan.parseSeconds(text);
        if (seconds == 0) {
            throw new IllegalArgumentException("a ban of no time bans nobody; e.g. 10m, or -1 for ever");
        }
        return BanTime.ofSeconds(seconds);
    }
}
