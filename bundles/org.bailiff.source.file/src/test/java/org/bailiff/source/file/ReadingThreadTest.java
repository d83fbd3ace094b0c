// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.bailiff.api.source.LineConsumer.Answer;
import org.bailiff.api.source.Start;
import org.bailiff.api.source.StreamListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingThreadTest {
    @TempDir
    private Path temporary;

    private final BrokenClock clock = new BrokenClock();
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final ReadingThread thread = new ReadingThread(wake -> new FileReading(clock, wake));

    /** A clock that throws while it is broken, to whomever asks for the time. */
    private static final class BrokenClock implements InstantSource {
        private final Semaphore asked = new Semaphore(0);
        private volatile boolean broken;

        @Override
        public Instant instant() {
            if (broken) {
                asked.release();
                throw new IllegalStateException("a fault in the clock");
            }
            return Instant.now();
        }
    }

    private final class Appearances implements StreamListener {
        @Override
        public void appeared(String stream) {
            events.add(Path.of(stream).getFileName().toString());
            thread.reading().open(Path.of(stream), Start.HEAD, batch -> {
                events.add(batch.count() + " lines");
                return Answer.TAKEN;
            });
        }

        @Override
        public void vanished(String stream) {
            events.add("vanished");
        }
    }

    @AfterEach
    void stop() {
        thread.stop();
    }

    @Test
    void faultsInAStepAndWhileTheKernelIsHeardDoNotEndIt() throws Exception {
        Directory directory = new Directory(temporary);
        directory.write("one.log", "line\n");
        thread.start();
        thread.reading().discover(PathPattern.parse(directory.file("*.log").toString()), new Appearances());
        assertThat(events.poll(30, TimeUnit.SECONDS)).isEqualTo("one.log");
        assertThat(events.poll(30, TimeUnit.SECONDS)).isEqualTo("1 lines");

        clock.broken = true;
        directory.write("two.log", "line\n");
        assertThat(clock.asked.tryAcquire(3, 30, TimeUnit.SECONDS)).isTrue();
        clock.broken = false;

        assertThat(events.poll(30, TimeUnit.SECONDS)).isEqualTo("two.log");
        assertThat(events.poll(30, TimeUnit.SECONDS)).isEqualTo("1 lines");
    }
}
