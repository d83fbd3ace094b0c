// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.framework;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.framework.BundleException;

/**
 * Takes each step that runs code of a plug-in on a thread of its own, and waits for it only so long: one that never
 * answers is not to hold up the others. Used by one thread at a time.
 */
final class Steps {
    /** A thread that loops costs a processor: so many are abandoned, and no more. */
    private static final int MOST = 4;

    private final Duration patience;
    private final List<Thread> abandoned = new ArrayList<>();

    Steps(Duration patience) {
        this.patience = patience;
    }

    /** What is done with a plug-in. */
    @FunctionalInterface
    interface Step<T> {
        T take() throws BundleException, IOException;
    }

    /**
     * What the step answers.
     *
     * @param plugIn of which the step is
     * @throws Hanging if it does not in time; it goes on by itself
     */
    <T> T take(String plugIn, Step<T> step) throws BundleException, IOException {
        abandoned.removeIf(thread -> !thread.isAlive());
        if (abandoned.size() >= MOST) {
            throw new Hanging("it is not tried, because " + MOST + " plug-ins hang; restart the daemon", null);
        }
        FutureTask<T> task = new FutureTask<>(step::take);
        Thread thread = new Thread(task, "bailiff-plug-in-" + plugIn);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw abandon(thread);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw abandon(thread);
        } catch (ExecutionException failed) {
            throw asItWas(failed.getCause());
        }
    }

    private Hanging abandon(Thread thread) {
        abandoned.add(thread);
        return new Hanging(
                "it hangs, for it has not answered for " + patience.toSeconds()
                        + " s; take its jar out and restart the daemon",
                thread);
    }

    private static BundleException asItWas(Throwable failure) throws IOException {
        if (failure instanceof IOException unreadable) {
            throw unreadable;
        }
        if (failure instanceof RuntimeException fault) {
            throw fault;
        }
        if (failure instanceof Error fault) {
            throw fault;
        }
        return (BundleException) failure;
    }
}
