// SPDX-License-Identifier: Apache-2.0
package org.bailiff.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;

/** One demo at a time, which can be broken off from another thread. */
final class Performance {
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition over = lock.newCondition();
    /** Guarded by the lock; null while nobody performs. */
    private Thread performer;

    /** Runs the demo on the calling thread. */
    ExitCode give(Demo demo, Narrator narrator) throws CommandException, IOException {
        enter();
        try {
            demo.run(narrator);
            return ExitCode.OK;
        } catch (DemoException e) {
            throw new CommandException(ExitCode.FAILED, "The demo failed: " + e.getMessage());
        } catch (InterruptedException e) {
            throw new CommandException(ExitCode.FAILED, "The demo was broken off; everything it made is removed.");
        } finally {
            leave();
        }
    }

    /** Interrupts a running demo and waits until it has tidied up, but not for ever. */
    void breakOff() {
        lock.lock();
        try {
            long left = PATIENCE.toNanos();
            if (performer != null) {
                performer.interrupt();
            }
            while (performer != null && left > 0) {
                left = over.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private void enter() throws CommandException {
        lock.lock();
        try {
            if (performer != null) {
                throw new CommandException(ExitCode.FAILED, "A demo is running already; wait for its end.");
            }
            performer = Thread.currentThread();
        } finally {
            lock.unlock();
        }
    }

    private void leave() {
        lock.lock();
        try {
            performer = null;
            over.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
