// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.notification;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells announcements on a thread of its own, so that a listener that is slow, or gone, holds no jail up. What does not fit
 * into its queue is counted, and told as a number.
 */
public final class Announcer implements AutoCloseable {
    /** How many announcements wait at most. */
    static final int CAPACITY = 1000;

    private static final Logger LOGGER = LoggerFactory.getLogger(Announcer.class);
    private static final long PAUSE_MILLIS = 1000;
    private static final long PATIENCE_MILLIS = 1000;

    private final InstantSource clock;
    private final Consumer<Announcement> outlet;
    private final BlockingQueue<Announcement> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final Coalescer coalescer = new Coalescer();
    /** How many did not fit. Guarded by itself. */
    private final Map<Coalescer.Subject, Long> lost = new HashMap<>();

    private final Thread thread = new Thread(this::run, "bailiff-notifications");

    /**
     * @param outlet tells one; called on the announcer's thread
     */
    public Announcer(InstantSource clock, Consumer<Announcement> outlet) {
        this.clock = clock;
        this.outlet = outlet;
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** Takes an announcement, without waiting. From any thread. */
    public void announce(Announcement announcement) {
        if (!queue.offer(announcement)) {
            synchronized (lost) {
                lost.merge(Coalescer.Subject.of(announcement), 1L, Long::sum);
            }
        }
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                tell(coalescer.holds() ? queue.poll(PAUSE_MILLIS, TimeUnit.MILLISECONDS) : queue.take());
            }
        } catch (InterruptedException stopped) {
            // The wish of close.
            LOGGER.debug("No more notifications");
        }
    }

    /** Tells what is to be told; the announcement is null if none came. */
    private void tell(Announcement announcement) {
        holdLost();
        coalescer.due(clock.instant()).forEach(outlet);
        if (announcement != null) {
            coalescer.accept(announcement, clock.instant()).ifPresent(outlet);
        }
    }

    private void holdLost() {
        synchronized (lost) {
            lost.forEach(coalescer::hold);
            lost.clear();
        }
    }

    /** Stops; what still waits is not told, and can be read as state. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException hurried) {
            // Somebody wants this thread to end too; the other one ends by itself.
            Thread.currentThread().interrupt();
        }
    }
}
