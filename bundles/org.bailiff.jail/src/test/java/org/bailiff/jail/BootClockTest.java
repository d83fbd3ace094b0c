// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.bailiff.api.store.ClockMark;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BootClockTest {
    private static final Instant BOOTED = Instant.parse("2026-11-26T10:00:00Z");

    @TempDir
    private Path proc;

    private Instant now = BOOTED.plusSeconds(100);
    private long steady = 5_000_000_000L;
    private BootClock clock;

    @BeforeEach
    void boot() throws IOException {
        Files.createDirectories(proc.resolve("sys/kernel/random"));
        Files.writeString(proc.resolve("sys/kernel/random/boot_id"), "b0f5\n");
        uptime("100.00");
        clock = new BootClock(() -> now, () -> steady, proc);
    }

    private void uptime(String seconds) throws IOException {
        Files.writeString(proc.resolve("uptime"), seconds + " 1234.56\n");
    }

    private void pass(int seconds) {
        now = now.plusSeconds(seconds);
        steady += seconds * 1_000_000_000L;
    }

    @Test
    void timeThatPassesChangesNothingAndAsksNobody() throws IOException {
        ClockMark first = clock.mark().orElseThrow();
        Files.delete(proc.resolve("uptime"));
        pass(3600);

        assertThat(clock.mark().orElseThrow()).isSameAs(first);
        assertThat(first).isEqualTo(new ClockMark("b0f5", BOOTED, BOOTED.plusSeconds(100)));
    }

    @Test
    void aClockThatIsSetBackMovesTheMomentOfBooting() throws IOException {
        clock.mark();
        pass(10);
        now = now.minusSeconds(3600);
        uptime("110.00");

        assertThat(clock.mark().orElseThrow().booted()).isEqualTo(BOOTED.minusSeconds(3600));
    }

    @Test
    void aHostThatSleepsIsNoClockThatIsSet() throws IOException {
        clock.mark();
        // The JVM's steady time stands still meanwhile; the kernel's time since boot does not.
        now = now.plusSeconds(8000);
        uptime("8100.00");

        assertThat(clock.mark().orElseThrow().booted()).isEqualTo(BOOTED);
    }

    @Test
    void whereTheKernelDoesNotTellNothingIsKnown() throws IOException {
        uptime("what");

        assertThat(clock.mark()).isEmpty();
    }

    @Test
    void theRealKernelTells() {
        BootClock real = new BootClock(Instant::now, System::nanoTime, Path.of("/proc"));

        assertThat(real.mark().orElseThrow().booted()).isBefore(Instant.now());
    }
}
