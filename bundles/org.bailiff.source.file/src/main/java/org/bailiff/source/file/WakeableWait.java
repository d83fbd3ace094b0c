// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file;

import java.util.Optional;

/**
 * A wait that other threads can end.
 *
 * <p>They do it by an interrupt, because a watch service knows no other way; and only while the thread waits, because an
 * interrupt during a read would close the file.
 */
final class WakeableWait {
    /** Who waits; null if nobody does. Guarded by this. */
    private Thread waiting;
    /** Whether somebody woke it before it waited. Guarded by this. */
    private boolean woken;

    /** What blocks until there is an answer; null if there is none in time. */
    interface Blocking<T> {
        T call() throws InterruptedException;
    }

    /** Ends the wait that is going on, or else the next one. From any thread. */
    synchronized void wake() {
        woken = true;
        if (waiting != null) {
            waiting.interrupt();
        }
    }

    /** Waits for the answer; empty if there is none in time, or somebody woke it. */
    <T> Optional<T> await(Blocking<T> blocking) {
        if (!begin()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(blocking.call());
        } catch (InterruptedException wokenUp) {
            return Optional.empty();
        } finally {
            end();
        }
    }

    private synchronized boolean begin() {
        if (woken) {
            woken = false;
            return false;
        }
        waiting = Thread.currentThread();
        return true;
    }

    private synchronized void end() {
        waiting = null;
        woken = false;
        // An interrupt that came too late to end the wait must not reach a read.
        Thread.interrupted();
    }
}
