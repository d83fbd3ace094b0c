// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.ignore;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Does work when it is told to, and refuses what is too much. */
final class Later implements Executor {
    private final Queue<Runnable> work = new ArrayDeque<>();
    private int room = Integer.MAX_VALUE;

    @Override
    public void execute(Runnable piece) {
        if (work.size() >= room) {
            throw new RejectedExecutionException("full");
        }
        work.add(piece);
    }

    void room(int pieces) {
        room = pieces;
    }

    int waiting() {
        return work.size();
    }

    /** Does what waits, and what follows from it. */
    void run() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }
}
