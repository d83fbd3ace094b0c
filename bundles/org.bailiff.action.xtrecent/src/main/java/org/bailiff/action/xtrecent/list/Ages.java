// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.time.Duration;
import java.time.Instant;

/** Ages as people say them. */
final class Ages {
    private Ages() {}

    /** The time in between, in its largest whole unit up to days: {@code 12 s}, {@code 3 min}. */
    static String between(Instant from, Instant to) {
        Duration age = Duration.between(from, to);
        if (age.toMinutes() == 0) {
            return age.toSeconds() + " s";
        }
        if (age.toHours() == 0) {
            return age.toMinutes() + " min";
        }
        return age.toDays() == 0 ? age.toHours() + " h" : age.toDays() + " d";
    }
}
