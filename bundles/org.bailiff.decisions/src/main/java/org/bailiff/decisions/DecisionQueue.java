// SPDX-License-Identifier: Apache-2.0
package org.bailiff.decisions;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** Decisions on their way from the jails' threads to the one that writes. Bounded; no jail waits. Thread-safe. */
final class DecisionQueue {
    /** So much may wait while a disk is slow. */
    static final int MOST = 16 * 1024;

    private static final int MOST_AT_ONCE = 1024;

    private final InstantSource clock;
    // Guarded by this.
    private final Queue<Decision> waiting = new ArrayDeque<>();
    private long lost;
    private boolean roused;
    private boolean closed;

    DecisionQueue(InstantSource clock) {
        this.clock = clock;
    }

    /** Adds it if there is room; else it is counted. */
    synchronized void add(Decision decision) {
        if (waiting.size() >= MOST) {
            lost++;
            return;
        }
        waiting.add(decision);
        if (waiting.size() == 1) {
            notifyAll();
        }
    }

    /**
     * The next ones, in their order, and where some are missing how many; none if there are none within the time, or the
     * queue is roused or closed.
     */
    synchronized List<Decision> take(Duration patience) throws InterruptedException {
        if (waiting.isEmpty() && lost == 0) {
            pause(patience);
        }
        roused = false;
        List<Decision> next = new ArrayList<>();
        while (!waiting.isEmpty() && next.size() < MOST_AT_ONCE) {
            next.add(waiting.remove());
        }
        if (waiting.isEmpty() && lost > 0) {
            next.add(new Decision.Lost(clock.instant(), lost));
            lost = 0;
        }
        return next;
    }

    /** Waits, not for decisions but until it is roused or closed, or the time is up. */
    synchronized void rest(Duration patience) throws InterruptedException {
        roused = false;
        long end = System.nanoTime() + patience.toNanos();
        long left = patience.toMillis();
        while (left > 0 && !roused && !closed) {
            wait(left);
            left = Duration.ofNanos(end - System.nanoTime()).toMillis();
        }
    }

    private void pause(Duration patience) throws InterruptedException {
        if (!roused && !closed) {
            wait(patience.toMillis());
        }
    }

    /** Ends a wait. */
    synchronized void rouse() {
        roused = true;
        notifyAll();
    }

    /** Nobody waits here any more; what is in it may still be taken. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** Whether it is closed, and all was taken. */
    synchronized boolean isDone() {
        return closed && waiting.isEmpty() && lost == 0;
    }
}
