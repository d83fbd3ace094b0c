// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.bailiff.api.store.ClockMark;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that the wall clock was set. The kernel's time since boot goes on through that, and counts a suspended host's
 * sleep (proc(5): {@code /proc/uptime}); so their difference, the moment of booting, changes only when the clock is set.
 * Thread-safe.
 */
final class BootClock {
    private static final Logger LOG = LoggerFactory.getLogger(BootClock.class);
    /** What the JVM's steady time and the wall clock may differ by before the kernel is asked: it costs a read. */
    private static final Duration SLACK = Duration.ofMillis(500);

    private final InstantSource clock;
    private final LongSupplier steadyNanos;
    private final Path proc;
    private volatile Known known = new Known(Optional.empty(), Instant.MIN);

    /**
     * @param told what was told last
     * @param steadyStart when the steady time began, by the clock, as it was when that was told
     */
    private record Known(Optional<ClockMark> told, Instant steadyStart) {}

    /**
     * @param steadyNanos the JVM's steady time
     * @param proc where the kernel tells of itself: {@code /proc}
     */
    BootClock(InstantSource clock, LongSupplier steadyNanos, Path proc) {
        this.clock = clock;
        this.steadyNanos = steadyNanos;
        this.proc = proc;
    }

    /** By which clock times are told now; empty if the kernel does not tell. */
    Optional<ClockMark> mark() {
        Known last = known;
        Instant steadyStart = clock.instant().minusNanos(steadyNanos.getAsLong());
        boolean same = last.steadyStart() != Instant.MIN
                && Duration.between(last.steadyStart(), steadyStart).abs().compareTo(SLACK) < 0;
        if (same) {
            return last.told();
        }
        Known fresh = new Known(ask(), steadyStart);
        known = fresh;
        return fresh.told();
    }

    private Optional<ClockMark> ask() {
        try {
            String boot =
                    Files.readString(proc.resolve("sys/kernel/random/boot_id")).strip();
            String uptime = Files.readString(proc.resolve("uptime")).split(" ", 2)[0];
            Instant now = clock.instant();
            long millis = Math.round(Double.parseDouble(uptime) * 1000);
            return Optional.of(new ClockMark(boot, now.minusMillis(millis), now));
        } catch (IOException | NumberFormatException unknown) {
            LOG.warn(
                    "The kernel does not tell when it was booted ({}): if the clock is set, bans end by the new time",
                    unknown.toString());
            return Optional.empty();
        }
    }
}
