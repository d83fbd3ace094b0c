// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.bailiff.api.source.Discovery;
import org.bailiff.api.source.LineBatch;
import org.bailiff.api.source.LineConsumer.Answer;
import org.bailiff.api.source.LogSource;
import org.bailiff.api.source.Position;
import org.bailiff.api.source.SourceStatus;
import org.bailiff.api.source.SourceStatus.State;
import org.bailiff.api.source.Start;
import org.bailiff.api.source.StreamListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With real threads, pipes and processes, and a program that does what the test wants. */
@Timeout(60)
class JournalLogSourcesTest {
    private static final String STREAM = "journal:_COMM=sshd";

    @TempDir
    private Path temporary;

    private ScriptedProgram program;
    private JournalLogSources sources;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final BlockingQueue<Position> positions = new LinkedBlockingQueue<>();

    @BeforeEach
    void start() throws IOException {
        program = new ScriptedProgram(temporary);
        sources = new JournalLogSources(program.journalctl());
    }

    @AfterEach
    void stop() {
        sources.stop();
    }

    private LogSource open(Start start) {
        return sources.open(STREAM, start, this::take);
    }

    private Answer take(LineBatch batch) {
        for (int line = 0; line < batch.count(); line++) {
            int length = batch.end(line) - batch.start(line);
            positions.add(batch.after(line));
            lines.add(new String(batch.buffer(), batch.start(line), length, StandardCharsets.UTF_8));
        }
        return Answer.TAKEN;
    }

    private String next() throws InterruptedException {
        return lines.poll(30, TimeUnit.SECONDS);
    }

    /** Asks again and again, which is bounded by the test's time. */
    private static SourceStatus await(LogSource source, Predicate<SourceStatus> wanted) {
        SourceStatus status = source.status();
        while (!wanted.test(status)) {
            Thread.onSpinWait();
            status = source.status();
        }
        return status;
    }

    @Test
    void whatThereIsComesFirstAndThenWhatIsWritten() throws Exception {
        program.gives(0, Export.entry(1, "one").and(Export.entry(2, "two")))
                .gives(1, Export.entry(2, "two").and(Export.entry(3, "three")));
        LogSource source = open(Start.HEAD);

        assertThat(List.of(next(), next(), next()))
                .containsExactly("host sshd[42]: one", "host sshd[42]: two", "host sshd[42]: three");
        SourceStatus status = await(source, now -> now.linesReadTotal() == 3);
        assertThat(status.state()).isEqualTo(State.READING);
        assertThat(status.reason()).isEmpty();
        assertThat(status.lagBytes()).isZero();
        assertThat(status.kind()).isEqualTo("journal");
        assertThat(program.starts().get(0)).contains("--system").endsWith(" -- _COMM=sshd");
        assertThat(program.starts().get(1)).contains("--follow --no-tail --cursor=" + Export.cursor(2));
    }

    @Test
    void eachLineHasItsPositionAndItsTime() throws Exception {
        program.gives(0, Export.entry(1, "one").and(Export.entry(2, "two")));
        List<Instant> stamps = new ArrayList<>();
        List<Boolean> fresh = new ArrayList<>();
        sources.open(STREAM, Start.HEAD, batch -> {
            stamps.add(batch.stamp(0).orElseThrow());
            fresh.add(batch.fresh());
            assertThat(batch.before()).isLessThan(batch.after(0));
            return take(batch);
        });
        next();
        next();

        assertThat(List.copyOf(positions)).isEqualTo(List.of(Export.after(1), Export.after(2)));
        assertThat(sources.parsePosition(Export.after(2).text())).isEqualTo(Export.after(2));
        assertThat(stamps.get(0)).isEqualTo(Instant.parse("2026-11-26T01:24:08.101504Z"));
        assertThat(fresh).doesNotContain(true);
    }

    @Test
    void aProgramThatEndsIsStartedAgainAndNothingIsLostOrDoubled() throws Exception {
        program.gives(1, Export.entry(1, "one"))
                .ends(1, 137, "")
                .gives(2, Export.entry(1, "one").and(Export.entry(2, "two")))
                .gives(3, Export.entry(2, "two").and(Export.entry(3, "three")));
        LogSource source = open(Start.HEAD);

        assertThat(List.of(next(), next(), next()))
                .containsExactly("host sshd[42]: one", "host sshd[42]: two", "host sshd[42]: three");
        assertThat(source.status().errorsTotal()).isEqualTo(1);
        assertThat(program.starts().get(2)).contains("--cursor=" + Export.cursor(1));
    }

    @Test
    void halfAnEntryOfAProgramThatEndedIsNotDelivered() throws Exception {
        byte[] whole = Export.entry(1, "one").bytes();
        Export half = new Export()
                .raw(whole)
                .raw(new String(whole, StandardCharsets.UTF_8).substring(0, 150).getBytes(StandardCharsets.UTF_8));
        program.gives(1, half).ends(1, 1, "").gives(2, Export.entry(1, "one").and(Export.entry(2, "two")));
        open(Start.HEAD);

        assertThat(List.of(next(), next())).containsExactly("host sshd[42]: one", "host sshd[42]: two");
    }

    @Test
    void linesThatThereIsNoRoomForAreOfferedAgain() throws Exception {
        program.gives(0, Export.entry(1, "one"));
        BlockingQueue<Answer> answers = new LinkedBlockingQueue<>(List.of(Answer.LATER, Answer.TAKEN));
        LogSource source = sources.open(STREAM, Start.HEAD, batch -> {
            Answer answer = answers.remove();
            lines.add(answer.toString());
            return answer;
        });
        assertThat(next()).isEqualTo("LATER");
        assertThat(await(source, now -> now.lagBytes() > 0).state()).isEqualTo(State.READING);
        source.resume();

        assertThat(next()).isEqualTo("TAKEN");
        assertThat(await(source, now -> now.lagBytes() == 0).linesReadTotal()).isEqualTo(1);
    }

    @Test
    void anEntryThatIsGoneIsSaid() throws Exception {
        program.gives(0, Export.entry(9, "nine"));
        LogSource source = open(Start.after(Export.after(3)));

        assertThat(next()).isEqualTo("host sshd[42]: nine");
        SourceStatus status = await(source, now -> now.rotationsTotal() == 1);
        assertThat(status.state()).isEqualTo(State.READING);
        assertThat(status.reason()).contains("not in the journal any more");
    }

    @Test
    void whatTheProgramComplainsOfIsTheReason() throws Exception {
        program.ends(0, 1, "Failed to seek: \u001b[31mInvalid argument\n");
        LogSource source = open(Start.HEAD);

        SourceStatus status = await(source, now -> now.state() == State.FAILED);
        assertThat(status.reason())
                .contains("exit code 1")
                .contains("Invalid argument")
                .doesNotContain("\u001b");
    }

    @Test
    void aFloodOfComplaintsHoldsNothingUp() throws Exception {
        program.ends(0, 1, "x".repeat(1 << 20));
        LogSource source = open(Start.HEAD);

        assertThat(await(source, now -> now.state() == State.FAILED).reason().length())
                .isLessThan(500);
    }

    @Test
    void aProgramThatIsNotThereIsSaidWithTheMend() throws Exception {
        program.removeProgram();
        LogSource source = open(Start.HEAD);

        SourceStatus status = await(source, now -> now.state() == State.FAILED);
        assertThat(status.reason()).contains("journalctl is not there; install systemd");
    }

    @Test
    void aHostWithoutAJournalIsWaitedFor() throws Exception {
        program.removeJournal();
        LogSource source = open(Start.HEAD);

        SourceStatus status = await(source, now -> !now.reason().isEmpty());
        assertThat(status.state()).isEqualTo(State.WAITING);
        assertThat(status.reason()).contains("no journal on this host").contains("backend = auto");
    }

    @Test
    void closingEndsTheProgramAndTheThreads() throws Exception {
        program.gives(1, Export.entry(1, "one"));
        LogSource source = open(Start.HEAD);
        next();
        ProcessHandle following = program.latest();
        source.close();
        sources.stop();

        following.onExit().get(10, TimeUnit.SECONDS);
        assertThat(source.status().errorsTotal()).isZero();
        assertThat(Map.copyOf(Thread.getAllStackTraces()).keySet().stream()
                        .filter(Thread::isAlive)
                        .map(Thread::getName))
                .noneMatch(name -> name.matches("bailiff-read-journal-\\d+"));
    }

    @Test
    void aConsumerMayCloseItsOwnSourceAndIsNotCalledAgain() throws Exception {
        program.gives(0, Export.entry(1, "one")).gives(1, Export.entry(1, "one").and(Export.entry(2, "two")));
        BlockingQueue<LogSource> opened = new LinkedBlockingQueue<>();
        LogSource source = sources.open(STREAM, Start.HEAD, batch -> {
            try {
                opened.take().close();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            return take(batch);
        });
        opened.add(source);

        assertThat(next()).isEqualTo("host sshd[42]: one");
        sources.stop();
        assertThat(lines).isEmpty();
    }

    @Test
    void closingWhileTheConsumerHasNoRoomEndsTheReading() throws Exception {
        program.gives(0, Export.entry(1, "one"));
        LogSource source = sources.open(STREAM, Start.HEAD, batch -> {
            lines.add("LATER");
            return Answer.LATER;
        });
        next();
        source.close();
        sources.stop();

        assertThat(lines).isEmpty();
    }

    @Test
    void aConsumerThatFailsIsOfferedTheLinesAgain() throws Exception {
        program.gives(0, Export.entry(1, "one")).gives(1, Export.entry(1, "one"));
        BlockingQueue<RuntimeException> faults = new LinkedBlockingQueue<>(List.of(new IllegalStateException("fault")));
        sources.open(STREAM, Start.HEAD, batch -> {
            RuntimeException fault = faults.poll();
            if (fault != null) {
                throw fault;
            }
            return take(batch);
        });

        assertThat(next()).isEqualTo("host sshd[42]: one");
    }

    @Test
    void aPatternNamesOneStreamOrSaysWhyNot() {
        StreamListener listener = new StreamListener() {
            @Override
            public void appeared(String stream) {
                lines.add(stream);
            }

            @Override
            public void vanished(String stream) {
                lines.add("-" + stream);
            }
        };

        assertThat(sources.discover("_COMM=a\n_COMM=b", listener).problem()).isEmpty();
        assertThat(lines).containsExactly("journal:_COMM=a + _COMM=b");
        Discovery wrong = sources.discover("--file=x", listener);
        assertThat(wrong.problem()).hasValueSatisfying(why -> assertThat(why).contains("'--file=x' is no match"));
    }
}
