// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.bans;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that hands bans over to the jails that read them, so that no jail that bans waits for that; ends while idle. */
final class Deliveries {
    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Set<BanSource> sources = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean due = new AtomicBoolean();
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            IDLE.toMillis(),
            TimeUnit.MILLISECONDS,
            new LinkedBlockingQueue<>(),
            work -> new Thread(work, "bailiff-read-bans"),
            // Once it is stopped, nothing is due any more.
            new ThreadPoolExecutor.DiscardPolicy());

    Deliveries() {
        thread.allowCoreThreadTimeOut(true);
    }

    /** Delivers to it too, until it is removed. */
    void add(BanSource source) {
        sources.add(source);
        wake();
    }

    void remove(BanSource source) {
        sources.remove(source);
    }

    /** Has all that is there delivered soon; returns at once. */
    void wake() {
        if (!sources.isEmpty() && due.compareAndSet(false, true)) {
            thread.execute(this::deliver);
        }
    }

    private void deliver() {
        due.set(false);
        sources.forEach(BanSource::deliver);
    }

    /** Delivers no more, and waits for the end of what is under way for some seconds. */
    void stop() {
        sources.forEach(BanSource::close);
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("bailiff-read-bans did not end within {} s", PATIENCE.toSeconds());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
