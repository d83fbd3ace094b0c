// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does one thing after the other on a thread of its own, and some of them again and again. */
final class BeansThread implements Executor, AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(BeansThread.class);
    private static final long PATIENCE_MILLIS = 1000;

    /** What comes after the end is not done. */
    private final ScheduledThreadPoolExecutor pool =
            new ScheduledThreadPoolExecutor(1, BeansThread::thread, new ThreadPoolExecutor.DiscardPolicy());

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "bailiff-beans");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void execute(Runnable work) {
        pool.execute(work);
    }

    /** Does it now and, with such pauses, until the end or until what is returned is run. Once failing does not end it. */
    Runnable repeat(Runnable work, Duration pause) {
        return repeat(work, Duration.ZERO, pause);
    }

    /** The same, not now but later for the first time. */
    Runnable repeat(Runnable work, Duration first, Duration pause) {
        Future<?> repeated = pool.scheduleWithFixedDelay(
                () -> attempt(work), first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        return () -> repeated.cancel(false);
    }

    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            // The next time may go well; an executor would not try again.
            LOGGER.error("The beans could not be brought up to date", e);
        }
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
