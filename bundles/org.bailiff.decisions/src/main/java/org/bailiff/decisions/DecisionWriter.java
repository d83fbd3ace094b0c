// SPDX-License-Identifier: Apache-2.0
package org.bailiff.decisions;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes decisions to the file on a thread of its own. While the disk takes nothing it waits, and no jail with it. */
final class DecisionWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DecisionWriter.class);
    /** How often it looks, without decisions, whether another configuration is in force. */
    private static final Duration TICK = Duration.ofSeconds(2);

    private static final Duration RETRY = Duration.ofSeconds(1);
    /** How often it looks, with decisions, whether the file was renamed. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(1);

    private final DecisionQueue queue;
    private final Path path;
    private final DecisionFile file;
    private final Supplier<Optional<Decision>> reloads;
    private final LongSupplier nanoTime;
    private final Thread thread = new Thread(this::run, "bailiff-decisions");
    private volatile boolean reopening;
    private long lookedAt;
    /** Why it cannot be written; empty if it can, null as long as nobody knows. */
    private volatile String trouble;

    /**
     * @param reloads what has become of the configuration since it was last asked
     * @param nanoTime a clock as {@link System#nanoTime}
     */
    DecisionWriter(DecisionQueue queue, Path path, Supplier<Optional<Decision>> reloads, LongSupplier nanoTime) {
        this.queue = queue;
        this.path = path;
        this.file = new DecisionFile(path);
        this.reloads = reloads;
        this.nanoTime = nanoTime;
        this.lookedAt = nanoTime.getAsLong();
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Has the next line open the file anew. Any thread. */
    void reopen() {
        reopening = true;
        queue.rouse();
    }

    private void run() {
        try (file) {
            tryUnlessKnownToWork();
            while (!queue.isDone()) {
                List<Decision> decisions = queue.take(TICK);
                reloads.get().ifPresent(decisions::add);
                write(bytes(decisions));
                tryUnlessKnownToWork();
            }
        } catch (InterruptedException stopped) {
            thread.interrupt();
        }
    }

    private static ByteBuffer bytes(List<Decision> decisions) {
        StringBuilder lines = new StringBuilder();
        decisions.forEach(decision -> lines.append(DecisionJson.line(decision)).append('\n'));
        return ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void write(ByteBuffer lines) throws InterruptedException {
        closeIfWanted();
        while (lines.hasRemaining()) {
            try {
                file.append(lines);
                tellThatItWorks();
            } catch (IOException e) {
                tellThatItFails(e);
                if (queue.isClosed()) {
                    return;
                }
                queue.rest(RETRY);
                closeIfWanted();
            }
        }
    }

    /** Without a line to write, too: people want to know before the first ban. */
    private void tryUnlessKnownToWork() {
        if (trouble != null && trouble.isEmpty()) {
            return;
        }
        try {
            file.ensureOpen();
            tellThatItWorks();
        } catch (IOException e) {
            tellThatItFails(e);
        }
    }

    /** Why decisions cannot be written, in a sentence; that is empty if they can. Empty as long as nobody knows. Any thread. */
    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    private void closeIfWanted() {
        if (reopening) {
            reopening = false;
            file.close();
        }
        long now = nanoTime.getAsLong();
        if (now - lookedAt >= LOOK.toNanos()) {
            lookedAt = now;
            file.closeIfRenamed();
        }
    }

    private void tellThatItFails(IOException reason) {
        boolean told = isFailing();
        trouble = String.format(
                "decisions cannot be written to %s: %s; it is tried again each second, and %d are kept until then",
                path, DecisionFile.reason(reason), DecisionQueue.MOST);
        if (!told) {
            LOG.error("{}", trouble);
        }
    }

    private boolean isFailing() {
        return trouble != null && !trouble.isEmpty();
    }

    private void tellThatItWorks() {
        boolean told = isFailing();
        trouble = "";
        if (told) {
            LOG.info("Decisions are written to {} again.", path);
        }
    }

    /** Writes what waits, if the disk takes it, and ends. */
    @Override
    public void close() {
        queue.close();
        try {
            thread.join(STOP_PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
