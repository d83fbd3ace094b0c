// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the news of all jails, one after the other as they come: to word a ban and to write it takes longer than to decide
 * it, and nobody is kept out by that. It takes all that waits at once, and is woken only when it rests: to wake it for each
 * ban of a flood would cost the jails more than the ban. Thread-safe.
 */
final class NewsThread implements Executor, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NewsThread.class);

    /** How much news waits at most, beside what is being told; who has more waits until there is room. */
    private static final int ROOM = 1024;

    /**
     * How long, in milliseconds, it waits for more when it is woken, and before it rests: who has bans to carry out and to
     * remember goes first.
     */
    private static final long PAUSE = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Thread thread = new Thread(this::tell, "bailiff-news");
    /** Guarded by this, as are the next two. */
    private List<Runnable> waiting = new ArrayList<>();

    private boolean resting;
    private boolean closed;
    /** Whether what is not told yet is left out. */
    private volatile boolean hurried;

    NewsThread() {
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void execute(Runnable news) {
        if (!isTakenOver(news)) {
            news.run();
        }
    }

    private synchronized boolean isTakenOver(Runnable news) {
        try {
            while (!closed && waiting.size() >= ROOM) {
                wait();
            }
        } catch (InterruptedException hurry) {
            // Told by whoever is to end: nothing is left out, and what waits comes after it.
            Thread.currentThread().interrupt();
            return false;
        }
        if (closed) {
            return false;
        }
        waiting.add(news);
        if (resting) {
            resting = false;
            notifyAll();
        }
        return true;
    }

    private void tell() {
        try {
            for (List<Runnable> news = take(); !news.isEmpty(); news = take()) {
                news.forEach(this::tell);
            }
        } catch (InterruptedException hurry) {
            // Nobody waits for it any more.
            Thread.currentThread().interrupt();
        }
    }

    private void tell(Runnable news) {
        if (hurried) {
            return;
        }
        try {
            news.run();
        } catch (RuntimeException | Error fault) {
            LOG.error("News could not be told; what comes next is", fault);
        }
    }

    /** All that waits; nothing only when it is to end. */
    private synchronized List<Runnable> take() throws InterruptedException {
        if (waiting.isEmpty() && !closed) {
            wait(PAUSE);
        }
        if (waiting.isEmpty() && !closed) {
            rest();
        }
        List<Runnable> taken = waiting;
        waiting = new ArrayList<>();
        if (taken.size() >= ROOM) {
            notifyAll();
        }
        return taken;
    }

    /** Waits for news, and then a moment for what comes with it. */
    private void rest() throws InterruptedException {
        while (waiting.isEmpty() && !closed) {
            resting = true;
            wait();
        }
        if (!closed) {
            wait(PAUSE);
        }
    }

    /** Tells what waits, within a bounded time; what comes later is told by whoever has it. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            hurried = true;
            thread.interrupt();
        }
    }
}
