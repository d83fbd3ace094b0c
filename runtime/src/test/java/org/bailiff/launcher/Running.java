// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A process whose output is collected line by line. */
final class Running implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final StringBuilder read = new StringBuilder();
    private final Thread[] collectors;

    Running(Process process) {
        this.process = process;
        this.collectors = new Thread[] {collect(process.getInputStream()), collect(process.getErrorStream())};
    }

    Process process() {
        return process;
    }

    /** Waits for a line with that text. */
    void awaitLine(String text) throws InterruptedException {
        String line = "";
        while (!line.contains(text)) {
            line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (line == null) {
                throw new AssertionError("no line with '" + text + "' in:\n" + read);
            }
            read.append(line).append('\n');
        }
    }

    /** Waits for the end and returns the exit code. */
    int await() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("still running; it said:\n" + output());
        }
        for (Thread collector : collectors) {
            collector.join();
        }
        return process.exitValue();
    }

    /** What both streams held so far. */
    String output() {
        for (String line = lines.poll(); line != null; line = lines.poll()) {
            read.append(line).append('\n');
        }
        return read.toString();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private Thread collect(InputStream stream) {
        Thread thread = new Thread(() -> {
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                reader.lines().forEach(lines::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
