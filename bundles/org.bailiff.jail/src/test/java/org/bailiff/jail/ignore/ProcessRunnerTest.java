// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.ignore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessRunnerTest {
    private final ProcessRunner runner = new ProcessRunner(Duration.ofSeconds(20));

    @TempDir
    Path folder;

    @Test
    void itTellsWhatTheProgramEndedWith() throws Exception {
        assertThat(runner.run(List.of("/bin/true"))).isZero();
        assertThat(runner.run(List.of("/bin/false"))).isEqualTo(1);
    }

    @Test
    void aWordIsAWordWhateverItHolds() throws Exception {
        Path file = folder.resolve("pwned");

        assertThat(runner.run(List.of("/usr/bin/test", "; touch " + file, "=", "; touch " + file)))
                .isZero();
        assertThat(file).doesNotExist();
    }

    @Test
    void itHasASmallEnvironmentAndNothingToRead() throws Exception {
        assertThat(runner.run(
                        List.of("/bin/sh", "-c", "test -z \"$HOME$JAVA_HOME\" && test -n \"$PATH\" && ! read line")))
                .isZero();
    }

    @Test
    void whatIsNotThereIsToldApart() {
        assertThatThrownBy(() -> runner.run(List.of("/nowhere/x"))).isInstanceOf(IOException.class);
    }

    @Test
    void oneThatTakesTooLongIsKilledWithItsChildren() throws Exception {
        Path child = folder.resolve("child");
        ProcessRunner impatient = new ProcessRunner(Duration.ofSeconds(2));

        assertThatThrownBy(() -> impatient.run(List.of("/bin/sh", "-c", "sleep 600 & echo $! > " + child + "; wait")))
                .hasMessage("it did not end within 2 s");

        long pid = Long.parseLong(Files.readString(child).strip());
        ProcessHandle.of(pid).ifPresent(process -> process.onExit().join());
        assertThat(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false))
                .isFalse();
    }
}
