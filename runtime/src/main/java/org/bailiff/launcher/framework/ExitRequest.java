// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.framework;

import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;

/**
 * The wish to end the process: the first exit code counts. From then on there is a deadline, after which the process
 * ends without order rather than not at all. Thread-safe.
 */
final class ExitRequest implements IntConsumer {
    private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();
    private final Duration deadline;
    private final IntConsumer halt;

    /** @param halt ends the process at once with that code */
    ExitRequest(Duration deadline, IntConsumer halt) {
        this.deadline = deadline;
        this.halt = halt;
    }

    @Override
    public void accept(int code) {
        if (exitCode.complete(code)) {
            Timer timer = new Timer("bailiff-exit-deadline", true);
            timer.schedule(
                    new TimerTask() {
                        @Override
                        public void run() {
                            halt.accept(code);
                        }
                    },
                    deadline.toMillis());
        }
    }

    boolean isMade() {
        return exitCode.isDone();
    }

    /** Waits until somebody wishes the end, and returns the exit code. */
    int await() {
        return exitCode.join();
    }
}
