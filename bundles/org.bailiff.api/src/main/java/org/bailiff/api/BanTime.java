// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long a ban lasts: a positive duration, or for ever, which is a value of its own. Immutable. */
public final class BanTime {
    /** For ever. */
    public static final BanTime PERMANENT = new BanTime(null);

    private final Duration duration;

    private BanTime(Duration duration) {
        this.duration = duration;
    }

    /**
     * A ban of this duration.
     *
     * @throws IllegalArgumentException if it is zero or negative
     */
    public static BanTime of(Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("a ban lasts longer than nothing, or for ever; not " + duration);
        }
        return new BanTime(duration);
    }

    /** A ban of so many seconds; for ever if negative, as in fail2ban. */
    public static BanTime ofSeconds(long seconds) {
        return seconds < 0 ? PERMANENT : of(Duration.ofSeconds(seconds));
    }

    public boolean isPermanent() {
        return duration == null;
    }

    /** The duration; empty if permanent. */
    public Optional<Duration> duration() {
        return Optional.ofNullable(duration);
    }

    /** When a ban that begins at {@code start} ends; empty if never. */
    public Optional<Instant> endFrom(Instant start) {
        return duration().map(start::plus);
    }

    /** Whole seconds, or -1 if permanent: the form of files and MBeans. */
    public long toSeconds() {
        return isPermanent() ? -1 : duration.toSeconds();
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof BanTime other && duration().equals(other.duration());
    }

    @Override
    public int hashCode() {
        return duration().hashCode();
    }

    @Override
    public String toString() {
        return isPermanent() ? "for ever" : duration.toString();
    }
}
