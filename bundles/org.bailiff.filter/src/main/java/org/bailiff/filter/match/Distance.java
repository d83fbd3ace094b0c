// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.match;

import java.time.Duration;
import java.time.Instant;

/** How far two instants are from each other: asked for each line, and so by numbers and without objects. */
final class Distance {
    private Distance() {}

    /**
     * Whether it is more than so many seconds, in either direction.
     *
     * @param most of whole seconds
     */
    static boolean isMore(Instant one, Instant other, Duration most) {
        return isAfterBy(one, other, most) || isAfterBy(other, one, most);
    }

    private static boolean isAfterBy(Instant later, Instant earlier, Duration most) {
        long seconds = later.getEpochSecond() - earlier.getEpochSecond() - most.toSeconds();
        return seconds > 0 || seconds == 0 && later.getNano() > earlier.getNano();
    }
}
