// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision;

import java.time.Duration;
import java.util.Optional;
import org.bailiff.api.store.ClockMark;

/** By which clock a jail tells times. Used by the jail's thread. */
final class ClockTold {
    /** A clock that is corrected by less disturbs nobody. */
    private static final Duration UNNOTICED = Duration.ofSeconds(2);

    private ClockMark mark;
    private boolean isNew;

    Optional<ClockMark> mark() {
        return Optional.ofNullable(mark);
    }

    /** Whether the last mark told is another than the one before. */
    boolean isNew() {
        return isNew;
    }

    /** Takes a mark up; how the clock was set since the one before, if it was in the same run of the host. */
    Optional<ClockShift> tell(ClockMark current) {
        ClockMark before = mark;
        boolean sameBoot = before != null && before.boot().equals(current.boot());
        Duration by = sameBoot ? Duration.between(before.booted(), current.booted()) : Duration.ZERO;
        isNew = !sameBoot || by.abs().compareTo(UNNOTICED) > 0;
        if (!isNew) {
            return Optional.empty();
        }
        mark = current;
        return sameBoot
                ? Optional.of(
                        new ClockShift(by, before.booted(), current.noticed().minus(by)))
                : Optional.empty();
    }
}
