// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.ignore;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes threads for what may take long. */
final class BackgroundThreads {
    private static final long IDLE_SECONDS = 30;

    private BackgroundThreads() {}

    /**
     * Threads that come when there is work and go when there is none for a while. What they do not get done holds up no
     * end of the process; what is too much is refused with a {@link java.util.concurrent.RejectedExecutionException}.
     *
     * @param role what they do; their names
     * @param most how many at most
     * @param waiting how many pieces of work wait at most
     */
    static ExecutorService of(String role, int most, int waiting) {
        AtomicInteger number = new AtomicInteger();
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                most, most, IDLE_SECONDS, TimeUnit.SECONDS, new ArrayBlockingQueue<>(waiting), work -> {
                    Thread thread = new Thread(work, "bailiff-" + role + "-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }
}
