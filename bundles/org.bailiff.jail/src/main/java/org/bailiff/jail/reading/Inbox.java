// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.reading;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What waits for a jail's thread: commands, which are always taken and come first, and lines, which are taken while
 * there is room. Thread-safe.
 */
public final class Inbox {
    /**
     * How many bytes of lines may wait; one batch is taken whatever its size. What waits for long is copied by the garbage
     * collector, and then stays until it looks through all of the heap.
     */
    static final int ROOM = 1 << 20;
    /** Who was refused is told only when so much is free: each refusal costs the reading of a batch. */
    private static final int WORTH_OFFERING = ROOM / 2;

    /** What comes out: one of the two. */
    public record Work(Optional<Runnable> command, Optional<Delivery> lines) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final Deque<Runnable> commands = new ArrayDeque<>();
    private final Deque<Delivery> deliveries = new ArrayDeque<>();
    /** Who had lines for which there was no room, and has not been told of any since. */
    private final Set<Seat> refused = new LinkedHashSet<>();

    private int waiting;
    /** Whether a wait is to end though nothing came. */
    private boolean woken;

    /** Adds a command. */
    public void add(Runnable command) {
        lock.lock();
        try {
            commands.add(command);
            filled.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Ends the wait that is going on, or else the next one, with nothing. */
    public void wake() {
        lock.lock();
        try {
            woken = true;
            filled.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Adds lines if there is room; who is refused will be among the {@link #welcome}. */
    boolean offer(Delivery delivery) {
        lock.lock();
        try {
            if (waiting > ROOM) {
                refused.add(delivery.seat());
                return false;
            }
            deliveries.add(delivery);
            waiting += delivery.lines().size();
            filled.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** The next work; empty if none comes in time, or somebody {@linkplain #wake woke} who waits. */
    public Optional<Work> take(Duration patience) throws InterruptedException {
        long left = Math.max(0, patience.toNanos());
        lock.lockInterruptibly();
        try {
            while (commands.isEmpty() && deliveries.isEmpty() && !woken && left > 0) {
                left = filled.awaitNanos(left);
            }
            woken = false;
            return next();
        } finally {
            lock.unlock();
        }
    }

    private Optional<Work> next() {
        if (!commands.isEmpty()) {
            return Optional.of(new Work(Optional.of(commands.remove()), Optional.empty()));
        }
        if (deliveries.isEmpty()) {
            return Optional.empty();
        }
        Delivery delivery = deliveries.remove();
        waiting -= delivery.lines().size();
        return Optional.of(new Work(Optional.empty(), Optional.of(delivery)));
    }

    /**
     * Those who were refused and may offer again, each once; none while there is little room. It may have been taken up by
     * lines of other streams, or of a watch that has ended, so asking is not tied to any delivery.
     */
    public List<Seat> welcome() {
        lock.lock();
        try {
            if (refused.isEmpty() || waiting > ROOM - WORTH_OFFERING) {
                return List.of();
            }
            List<Seat> welcome = List.copyOf(refused);
            refused.clear();
            return welcome;
        } finally {
            lock.unlock();
        }
    }

    /** Whether nothing waits. */
    public boolean isEmpty() {
        lock.lock();
        try {
            return commands.isEmpty() && deliveries.isEmpty();
        } finally {
            lock.unlock();
        }
    }
}
