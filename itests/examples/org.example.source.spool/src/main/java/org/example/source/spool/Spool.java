// SPDX-License-Identifier: Apache-2.0
package org.example.source.spool;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bailiff.api.source.LineConsumer;
import org.bailiff.api.source.LineConsumer.Answer;
import org.bailiff.api.source.LogSource;
import org.bailiff.api.source.Position;
import org.bailiff.api.source.SourceStatus;
import org.bailiff.api.source.SourceStatus.State;
import org.bailiff.api.source.Start;

/** Reads every {@code *.log} of a folder once, whole, in the order of names; they are renamed into it when they are complete. */
final class Spool implements LogSource {
    private static final long PAUSE_MILLIS = 200;

    private final Path folder;
    private final LineConsumer consumer;
    private volatile SpoolPosition taken;
    private volatile long read;
    private volatile String trouble = "";
    private volatile boolean closed;
    private Future<?> looks;

    private Spool(Path folder, LineConsumer consumer, SpoolPosition begin) {
        this.folder = folder;
        this.consumer = consumer;
        this.taken = begin;
    }

    static Spool open(Path folder, Start start, LineConsumer consumer, ScheduledExecutorService thread) {
        Spool spool = new Spool(folder, consumer, (SpoolPosition) start.from().orElse(SpoolPosition.HEAD));
        if (start.atTail()) {
            spool.skipAll();
        }
        spool.looks = thread.scheduleWithFixedDelay(spool::look, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        return spool;
    }

    private synchronized void look() {
        try {
            for (String name : names()) {
                SpoolPosition before = name.equals(taken.file()) ? taken : new SpoolPosition(name, 0);
                byte[] bytes = Files.readAllBytes(folder.resolve(name));
                SpoolBatch batch = new SpoolBatch(folder.toString(), bytes, before, Instant.now());
                if (closed || batch.count() > 0 && consumer.take(batch) == Answer.LATER) {
                    return;
                }
                read += batch.count();
                taken = new SpoolPosition(name, before.lines() + batch.count());
            }
            trouble = "";
        } catch (IOException e) {
            trouble = folder + " cannot be read (" + e + "); let the daemon's user read it";
        }
    }

    /** Of the files that are not wholly behind; that of the position may have been. */
    private TreeSet<String> names() throws IOException {
        TreeSet<String> names = new TreeSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.log")) {
            files.forEach(file -> names.add(file.getFileName().toString()));
        }
        return new TreeSet<>(names.tailSet(taken.file()));
    }

    private void skipAll() {
        try {
            TreeSet<String> names = names();
            taken = names.isEmpty() ? taken : new SpoolPosition(names.last(), Integer.MAX_VALUE);
        } catch (IOException e) {
            trouble = folder + " cannot be read (" + e + ")";
        }
    }

    @Override
    public SourceStatus status() {
        State state = trouble.isEmpty() ? State.READING : State.FAILED;
        return new SourceStatus(folder.toString(), SpoolSources.KIND, state, trouble, -1, -1, read, 0, 0, 0);
    }

    @Override
    public Optional<Position> position() {
        return Optional.of(taken);
    }

    @Override
    public void resume() {
        // The next look comes soon anyway.
    }

    /** Waits for a look that is under way. */
    @Override
    public void close() {
        closed = true;
        looks.cancel(false);
        synchronized (this) {
            trouble = "closed";
        }
    }
}
