// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Does one thing after the other on a thread of its own, which ends while there is nothing to do. */
final class BeansThread implements Executor, AutoCloseable {
    private static final long IDLE_SECONDS = 10;
    private static final long PATIENCE_MILLIS = 1000;

    /** What comes after the end is not done. */
    private final ThreadPoolExecutor pool = new ThreadPoolExecutor(
            1,
            1,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            BeansThread::thread,
            new ThreadPoolExecutor.DiscardPolicy());

    BeansThread() {
        pool.allowCoreThreadTimeOut(true);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "bailiff-beans");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void execute(Runnable work) {
        pool.execute(work);
    }

    /** Ends as soon as what was to be done is done, and waits for that a moment. */
    @Override
    public void close() {
        pool.shutdown();
        try {
            pool.awaitTermination(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurried) {
            // Somebody wants this thread to end too; the other one ends by itself.
            Thread.currentThread().interrupt();
        }
    }
}
