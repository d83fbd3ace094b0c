// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Tells the news of all jails, one after the other as they come: to word a ban and to write it takes longer than to decide
 * it, and nobody is kept out by that. Thread-safe.
 */
final class NewsThread implements Executor, AutoCloseable {
    /** How much news waits at most; who has more waits until there is room. */
    private static final int ROOM = 2048;

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(ROOM), NewsThread::named, waiting());

    private static Thread named(Runnable telling) {
        Thread thread = new Thread(telling, "bailiff-news");
        thread.setDaemon(true);
        return thread;
    }

    private static RejectedExecutionHandler waiting() {
        return (news, thread) -> {
            if (thread.isShutdown()) {
                news.run();
                return;
            }
            try {
                thread.getQueue().put(news);
            } catch (InterruptedException hurried) {
                // Told by whoever is to end: nothing is left out, and what waits comes after it.
                Thread.currentThread().interrupt();
                news.run();
            }
        };
    }

    @Override
    public void execute(Runnable news) {
        thread.execute(news);
    }

    /** Tells what waits, within a bounded time; what comes later is told by whoever has it. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException hurried) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
