// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bailiff.api.action.ActionListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The desks of all actions, by jail and name. Thread-safe. */
final class Desks implements AutoCloseable {
    /** All of them together are given so long for the command that runs, and once more after it was broken off. */
    private static final Duration PATIENCE = Duration.ofMillis(1500);

    private static final Logger LOG = LoggerFactory.getLogger(Desks.class);

    private final Optional<Path> folder;
    private final Runner runner;
    private final Times times;
    /** By the file's name. Guarded by this. */
    private final Map<String, Desk> desks = new HashMap<>();

    private boolean closed;

    /**
     * @param folder where it is kept what was told; empty if nowhere
     */
    Desks(Optional<Path> folder, Runner runner, Times times) {
        this.folder = folder;
        this.runner = runner;
        this.times = times;
    }

    /**
     * The desk of a jail's action.
     *
     * @throws IllegalArgumentException if another action of the jail has the same name
     */
    synchronized Desk join(String jail, CommandSettings settings, ActionListener listener) {
        if (closed) {
            throw new IllegalArgumentException("commands are no longer run; the daemon stops");
        }
        if (jail.indexOf('/') >= 0) {
            throw new IllegalArgumentException("a jail with a '/' in its name has no file; rename it");
        }
        // No jail and no action has such a mark in its name.
        String key = jail + "~" + settings.name();
        Desk desk = desks.get(key);
        if (desk == null || !desk.join(settings, listener)) {
            desk = open(jail, key);
            desk.join(settings, listener);
            desks.put(key, desk);
        }
        return desk;
    }

    private Desk open(String jail, String key) {
        Lines lines = folder.<Lines>map(path -> new DiskLines(path.resolve(key + ".log")))
                .orElseGet(NoLines::new);
        Errands errands = new Errands(new Ledger(lines, times.steady()));
        return new Desk(key, errands, new Teller(jail, errands, runner, times), times);
    }

    @Override
    public void close() {
        List<Desk> all;
        synchronized (this) {
            closed = true;
            all = List.copyOf(desks.values());
            desks.clear();
        }
        List<Worker> workers = all.stream().map(Desk::worker).toList();
        workers.forEach(Worker::close);
        try {
            await(workers);
            workers.forEach(Worker::interrupt);
            await(workers);
        } catch (InterruptedException asked) {
            LOG.warn("a command was not waited for");
            Thread.currentThread().interrupt();
        }
        all.forEach(Desk::close);
    }

    private void await(List<Worker> workers) throws InterruptedException {
        long deadline = times.steady().getAsLong() + PATIENCE.toNanos();
        for (Worker worker : workers) {
            worker.await(Duration.ofNanos(deadline - times.steady().getAsLong()));
        }
    }
}
