// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bailiff.api.Ban;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ProcessRunnerTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private Path script(String text) throws Exception {
        Path script = folder.resolve("script");
        Files.writeString(script, "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return script;
    }

    private Outcome run(Path script, Duration timeout, String... arguments) throws Exception {
        return run(script, timeout, Bans.of(7), arguments);
    }

    private static Outcome run(Path script, Duration timeout, Ban ban, String... arguments) throws Exception {
        List<String> words = new ArrayList<>(List.of(script.toString()));
        words.addAll(List.of(arguments));
        return new ProcessRunner().run(words, new Errand(Event.BAN, "sshd", Optional.of(ban)), timeout, () -> {});
    }

    @Test
    void aProgramGetsArgumentsEnvironmentAndInput() throws Exception {
        Path out = folder.resolve("out");
        Path script = script("{ printf '%s\\n' \"$#\" \"$1\" \"$BAILIFF_ADDRESS\"; env | wc -l; pwd; cat; } > " + out);

        assertThat(run(script, LONG, "a b; $(x)")).isEqualTo(Outcome.DONE);

        List<String> lines = Files.readAllLines(out);
        assertThat(lines.subList(0, 3)).containsExactly("1", "a b; $(x)", "192.0.2.7");
        // The shell adds PWD.
        assertThat(Integer.parseInt(lines.get(3).strip())).isLessThanOrEqualTo(18);
        assertThat(lines.get(4)).isEqualTo("/");
        assertThat(lines.get(5))
                .startsWith("{\"event\":\"ban\"")
                .contains("\"id\":\"" + Bans.of(7).id() + "\"");
    }

    @Test
    void aFailureIsToldWithWhatWasSaidLast() throws Exception {
        assertThat(run(script("cat > /dev/null; echo first; printf 'no \\033such host\\n\\n' >&2; exit 3"), LONG))
                .isEqualTo(Outcome.failed("it ended with exit code 3; it said: no \\x1bsuch host"));
    }

    @Test
    void aProgramThatIsNotThereFails() throws Exception {
        assertThat(run(folder.resolve("none"), LONG).reason()).startsWith("it cannot be started: ");
    }

    @Test
    void muchOutputIsReadAndOnlyItsEndKept() throws Exception {
        assertThat(run(script("yes | head -c 3000000; echo; echo end; exit 1"), LONG)
                        .reason())
                .isEqualTo("it ended with exit code 1; it said: end");
    }

    @Test
    void aProgramThatReadsNothingIsNotWaitedFor() throws Exception {
        assertThat(run(script("exec <&-; exit 0"), LONG)).isEqualTo(Outcome.DONE);
    }

    @Test
    void aProgramThatHangsIsEndedWithAllThatItStarted() throws Exception {
        Path pids = folder.resolve("pids");
        Path script = script("trap '' TERM\nsh -c 'trap \"\" TERM; echo $$ >> " + pids
                + "; while :; do sleep 1; done' &\necho $$ >> " + pids + "\necho working\nwhile :; do sleep 1; done");

        Outcome outcome = run(script, Duration.ofSeconds(1));

        assertThat(outcome.reason()).isEqualTo("it did not end within 1 s, and was ended; it said: working");
        for (String pid : Files.readAllLines(pids)) {
            Optional<ProcessHandle> left = ProcessHandle.of(Long.parseLong(pid));
            if (left.isPresent()) {
                left.get().onExit().get(10, TimeUnit.SECONDS);
            }
        }
        assertThat(Files.readAllLines(pids)).hasSize(2);
    }

    @Test
    void aChildLeftInTheBackgroundIsNotWaitedFor() throws Exception {
        Path pid = folder.resolve("pid");
        long before = System.nanoTime();

        assertThat(run(script("sleep 25 & echo $! > " + pid + "; exit 0"), LONG))
                .isEqualTo(Outcome.DONE);

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
        ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    void anInterruptionEndsTheProgram() throws Exception {
        Path pid = folder.resolve("pid");
        Path script = script("echo $$ > " + pid + ".new; mv " + pid + ".new " + pid + "; exec sleep 25");
        Thread caller = Thread.currentThread();
        Thread interrupter = new Thread(() -> {
            while (!Files.exists(pid)) {
                Thread.onSpinWait();
            }
            caller.interrupt();
        });
        interrupter.start();

        assertThatThrownBy(() -> run(script, LONG)).isInstanceOf(InterruptedException.class);

        interrupter.join();
        Optional<ProcessHandle> left =
                ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()));
        if (left.isPresent()) {
            left.get().onExit().get(10, TimeUnit.SECONDS);
        }
    }
}
