// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.syslog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.bailiff.source.syslog.receive.Ready;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that receives at all addresses and calls all consumers. It begins with the first task. */
final class ReadingThread implements Runnable {
    /** Also seen in thread dumps. */
    static final String NAME = "bailiff-read-syslog";

    private static final Logger LOG = LoggerFactory.getLogger(ReadingThread.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final InstantSource clock;
    private final Selector selector;
    private final Addresses addresses;
    private final Queue<Consumer<Addresses>> tasks = new ConcurrentLinkedQueue<>();
    private final Thread thread = new Thread(this, NAME);
    private boolean started;
    private volatile boolean stopped;

    /** @param run the number of this run, for positions */
    ReadingThread(InstantSource clock, long run) {
        this.clock = clock;
        try {
            selector = Selector.open();
        } catch (IOException failed) {
            throw new UncheckedIOException("no selector can be opened, which takes two file descriptors", failed);
        }
        addresses = new Addresses(new Sockets(clock, selector), clock, run);
        thread.setDaemon(true);
    }

    /** Has the thread do this soon, in the order of the calls. From any thread. */
    void execute(Consumer<Addresses> task) {
        tasks.add(task);
        start();
        wake();
    }

    private synchronized void start() {
        if (!started && !stopped) {
            started = true;
            thread.start();
        }
    }

    /** Has it look after everything soon. From any thread. */
    void wake() {
        selector.wakeup();
    }

    @Override
    public void run() {
        Duration wait = Duration.ZERO;
        while (!stopped) {
            try {
                select(wait);
                runTasks();
                wait = untilNext(addresses.step());
            } catch (IOException | RuntimeException | Error unexpected) {
                // A fault in one step must not end the receiving; the wait keeps it from filling the log.
                LOG.error("receiving syslog failed unexpectedly, and goes on", unexpected);
                wait = Duration.ofSeconds(1);
            }
        }
        addresses.closeAll();
        closeSelector();
    }

    private void select(Duration wait) throws IOException {
        if (wait.isZero() || wait.isNegative()) {
            selector.selectNow(ReadingThread::ready);
        } else {
            selector.select(ReadingThread::ready, Math.max(1, wait.toMillis()));
        }
    }

    private static void ready(SelectionKey key) {
        Ready target = (Ready) key.attachment();
        try {
            if (key.isValid()) {
                target.ready(key);
            }
        } catch (IOException | RuntimeException failed) {
            LOG.warn("a socket cannot be used any more, and is closed", failed);
            target.close();
        }
    }

    private void runTasks() {
        for (Consumer<Addresses> task = tasks.poll(); task != null; task = tasks.poll()) {
            task.accept(addresses);
        }
    }

    private Duration untilNext(Instant next) {
        Instant now = clock.instant();
        return next.isAfter(now.plus(LONGEST_WAIT)) ? LONGEST_WAIT : Duration.between(now, next);
    }

    private void closeSelector() {
        try {
            selector.close();
        } catch (IOException failed) {
            LOG.debug("closing the selector failed", failed);
        }
    }

    /** Closes all sockets and ends the thread, and waits for it for some seconds. */
    void stop() {
        stopped = true;
        synchronized (this) {
            if (!started) {
                closeSelector();
                return;
            }
        }
        wake();
        try {
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            LOG.warn("{} did not end within {} s", NAME, PATIENCE.toSeconds());
        }
    }
}
