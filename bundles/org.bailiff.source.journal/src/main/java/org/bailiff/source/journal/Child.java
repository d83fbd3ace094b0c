// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.journal;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bailiff.text.SafeText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A process and its two pipes. What it complains of is read on a thread of its own, so that it is never held up by it.
 * {@link #close} may be called from any thread.
 */
final class Child implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(Child.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int COMPLAINT_LIMIT = 300;

    private final Process process;
    private final Thread errors;
    /** The beginning of what it complained of. Guarded by itself. */
    private final StringBuilder complaint = new StringBuilder();

    private Child(Process process) {
        this.process = process;
        this.errors = new Thread(this::readErrors, "bailiff-read-journal-errors");
        errors.setDaemon(true);
    }

    /** Starts the command, without a shell, in {@code /}, with this environment and no other. */
    static Child start(List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(Path.of("/").toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Child child = new Child(builder.start());
        child.errors.start();
        child.process.getOutputStream().close();
        return child;
    }

    InputStream output() {
        return process.getInputStream();
    }

    private void readErrors() {
        byte[] buffer = new byte[1024];
        try (InputStream stream = process.getErrorStream()) {
            for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                note(new String(buffer, 0, count, StandardCharsets.UTF_8));
            }
        } catch (IOException ended) {
            // It was ended while it was read.
            LOG.debug("the complaints of {} end", process.pid(), ended);
        }
    }

    private void note(String text) {
        synchronized (complaint) {
            int room = COMPLAINT_LIMIT - complaint.length();
            complaint.append(text, 0, Math.max(0, Math.min(room, text.length())));
        }
    }

    /** How it ended, to be asked when its output has ended; it is ended if it has not. */
    Ending ending() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly().waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        }
        errors.join(PATIENCE.toMillis());
        synchronized (complaint) {
            int exitCode = process.isAlive() ? -1 : process.exitValue();
            return new Ending(exitCode, SafeText.of(complaint.toString().strip(), COMPLAINT_LIMIT));
        }
    }

    /**
     * How a process ended.
     *
     * @param exitCode 0 if all went well; over 128 for a signal
     * @param complaint what it said on its error output, made safe; empty if nothing
     */
    record Ending(int exitCode, String complaint) {

        @Override
        public String toString() {
            return "journalctl ended (exit code " + exitCode + ")" + (complaint.isEmpty() ? "" : ": " + complaint);
        }
    }

    /** Ends it. It only reads: there is nothing that it would have to put in order. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
