// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.ignore;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Gives everyone who has work a share of the threads, so that one whose work hangs holds up nobody else's. Thread-safe;
 * {@code this} guards all.
 */
final class FairShares {
    private final Executor threads;
    private final int share;
    private final int most;
    /** By owner; of those who have work. */
    private final Map<Object, Share> shares = new HashMap<>();

    /** What one owner has to do. */
    private static final class Share {
        private final Queue<Runnable> waiting = new ArrayDeque<>();
        private int running;

        private int size() {
            return running + waiting.size();
        }
    }

    /**
     * @param threads refuse work only when they end
     * @param share how much of one owner's work is done at once
     * @param most how much of one owner's is taken, with what waits
     */
    FairShares(Executor threads, int share, int most) {
        this.threads = threads;
        this.share = share;
        this.most = most;
    }

    /** Has the work done, in its turn; whether it will be: not while too much of this owner's waits. */
    synchronized boolean execute(Object owner, Runnable work) {
        Share own = shares.computeIfAbsent(owner, unknown -> new Share());
        if (own.size() >= most) {
            return false;
        }
        own.waiting.add(work);
        return own.running >= share || start(owner, own);
    }

    /** Asks for a thread. One piece of work, and then the next owner's turn comes. */
    private boolean start(Object owner, Share own) {
        Runnable first = own.waiting.remove();
        own.running++;
        try {
            threads.execute(() -> work(owner, own, first));
            return true;
        } catch (RejectedExecutionException ending) {
            own.waiting.clear();
            end(owner, own);
            return false;
        }
    }

    private void work(Object owner, Share own, Runnable work) {
        try {
            work.run();
        } finally {
            goOn(owner, own);
        }
    }

    private synchronized void goOn(Object owner, Share own) {
        end(owner, own);
        if (!own.waiting.isEmpty()) {
            start(owner, own);
        }
    }

    private void end(Object owner, Share own) {
        own.running--;
        if (own.size() == 0) {
            shares.remove(owner);
        }
    }
}
