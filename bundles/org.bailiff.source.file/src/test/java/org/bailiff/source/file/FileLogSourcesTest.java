// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bailiff.api.source.LineConsumer.Answer;
import org.bailiff.api.source.LogSource;
import org.bailiff.api.source.Start;
import org.bailiff.api.source.StreamListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With the real thread, watch service and clock. */
@Timeout(60)
class FileLogSourcesTest {
    @TempDir
    private Path temporary;

    private Directory directory;
    private FileLogSources sources;
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();

    @BeforeEach
    void start() {
        directory = new Directory(temporary);
        sources = new FileLogSources();
    }

    @AfterEach
    void stop() {
        sources.stop();
    }

    private LogSource open(String name, Start start) {
        return sources.open(directory.file(name).toString(), start, batch -> {
            for (int line = 0; line < batch.count(); line++) {
                int length = batch.end(line) - batch.start(line);
                events.add(new String(batch.buffer(), batch.start(line), length, StandardCharsets.UTF_8));
            }
            return Answer.TAKEN;
        });
    }

    private String next() throws InterruptedException {
        return events.poll(30, TimeUnit.SECONDS);
    }

    @Test
    void linesAreDeliveredAsTheyAreWritten() throws Exception {
        directory.write("log", "old\n");
        open("log", Start.TAIL);
        for (int number = 0; number < 100; number++) {
            directory.write("log", "line " + number + "\n");
            assertThat(next()).isEqualTo("line " + number);
        }
    }

    @Test
    void rotationIsFollowed() throws Exception {
        open("log", Start.HEAD);
        for (int number = 0; number < 5; number++) {
            directory.write("log", "line " + number + "\n");
            assertThat(next()).isEqualTo("line " + number);
            directory.rotate("log");
        }
    }

    @Test
    void aFileInADirectoryThatAppearsLaterIsFoundAndRead() throws Exception {
        sources.discover(temporary + "/late/*.log", new StreamListener() {
            @Override
            public void appeared(String stream) {
                events.add("+" + stream);
                open("late/a.log", Start.HEAD);
            }

            @Override
            public void vanished(String stream) {
                events.add("-" + stream);
            }
        });
        Files.createDirectory(directory.file("late"));
        directory.write("late/a.log", "one\n");

        assertThat(next()).isEqualTo("+" + directory.file("late/a.log"));
        assertThat(next()).isEqualTo("one");
    }

    @Test
    void aConsumerMayCloseItsOwnSource() throws Exception {
        directory.write("log", "one\n");
        BlockingQueue<LogSource> opened = new LinkedBlockingQueue<>();
        LogSource source = sources.open(directory.file("log").toString(), Start.HEAD, batch -> {
            try {
                opened.take().close();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            events.add("closed");
            return Answer.TAKEN;
        });
        opened.add(source);

        assertThat(next()).isEqualTo("closed");
        open("log", Start.HEAD);
        assertThat(next()).isEqualTo("one");
    }

    @Test
    void linesAreOfferedAgainAfterResume() throws Exception {
        BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
        answers.add(Answer.LATER);
        answers.add(Answer.TAKEN);
        directory.write("log", "one\n");
        LogSource source = sources.open(directory.file("log").toString(), Start.HEAD, batch -> {
            Answer answer = answers.remove();
            events.add(answer.toString());
            return answer;
        });
        assertThat(next()).isEqualTo("LATER");
        source.resume();

        assertThat(next()).isEqualTo("TAKEN");
    }

    @Test
    void stoppingEndsTheThread() throws IOException {
        sources.stop();

        Stream<Thread> threads = Map.copyOf(Thread.getAllStackTraces()).keySet().stream();
        assertThat(threads.filter(Thread::isAlive).map(Thread::getName)).doesNotContain(ReadingThread.NAME);
    }

    @Test
    void aPatternThatIsNoneNamesNothingAndSaysWhy() {
        assertThat(sources.discover("relative/*.log", null).problem())
                .hasValueSatisfying(why -> assertThat(why).contains("is not an absolute path"));
    }
}
