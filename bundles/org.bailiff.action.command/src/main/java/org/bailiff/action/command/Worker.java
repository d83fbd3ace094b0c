// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.command;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that makes steps while there are some to make, and ends while there are none. Thread-safe; guarded by this. */
final class Worker {
    /** So long it waits for more before it ends. */
    private static final Duration IDLE = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private final String name;
    private final Step step;
    /** Null while there is nothing to do. */
    private Thread thread;

    private boolean woken;
    private boolean closed;

    /** Something to do. */
    @FunctionalInterface
    interface Step {
        /** Does one thing; says when the next is due, or that there is none. */
        Optional<Duration> make() throws InterruptedException;
    }

    Worker(String name, Step step) {
        this.name = name;
        this.step = step;
    }

    /** Says that there may be something to do. */
    synchronized void wake() {
        woken = true;
        notifyAll();
        if (thread == null && !closed) {
            thread = new Thread(this::work, name);
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void work() {
        try {
            boolean more = true;
            while (more) {
                synchronized (this) {
                    woken = false;
                }
                more = rest(step());
            }
        } catch (InterruptedException asked) {
            // Asked to end at once: what was not done is known, and done after the next start.
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Duration> step() throws InterruptedException {
        try {
            return step.make();
        } catch (RuntimeException fault) {
            LOG.error("a fault of Bailiff's own; {} goes on", name, fault);
            return Optional.of(IDLE);
        }
    }

    /** Waits for the next step; whether there is one. */
    private synchronized boolean rest(Optional<Duration> due) throws InterruptedException {
        long millis = due.orElse(IDLE).toMillis();
        if (!woken && !closed && millis > 0) {
            TimeUnit.MILLISECONDS.timedWait(this, Math.min(millis, IDLE.toMillis()));
        }
        boolean more = (woken || due.isPresent()) && !closed;
        if (!more) {
            thread = null;
        }
        return more;
    }

    /** Makes no more steps after the present one. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** Whether no step is being made, and none will be. */
    synchronized boolean hasEnded() {
        return closed && (thread == null || !thread.isAlive());
    }

    /** Breaks the present step off. */
    synchronized void interrupt() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** Waits so long for the end of the present step. */
    void await(Duration patience) throws InterruptedException {
        Thread last;
        synchronized (this) {
            last = thread;
        }
        if (last != null && !patience.isNegative() && !patience.isZero()) {
            last.join(Math.max(1, patience.toMillis()));
        }
    }
}
