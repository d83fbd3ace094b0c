// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.framework;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;

/**
 * Says for which plug-in the daemon's start waits, once, if it waits long: the framework starts one bundle after the other,
 * and would do so in silence. It owns the thread that waits.
 */
final class StartWait implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(StartWait.class.getName());

    private final PlugIns plugIns;
    private final Duration patience;
    private final CountDownLatch over = new CountDownLatch(1);

    private StartWait(PlugIns plugIns, Duration patience) {
        this.plugIns = plugIns;
        this.patience = patience;
    }

    static StartWait begin(PlugIns plugIns, Duration patience) {
        StartWait wait = new StartWait(plugIns, patience);
        Thread thread = new Thread(wait::watch, "bailiff-watch-start");
        thread.setDaemon(true);
        thread.start();
        return wait;
    }

    private void watch() {
        try {
            if (!over.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                plugIns.starting().forEach(this::tell);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(String name) {
        LOG.warning(
                () -> "the start waits for the plug-in " + name + ", which has not answered for " + patience.toSeconds()
                        + " s; take its jar out of " + plugIns.folder().path() + " and restart the daemon");
    }

    /** The start is over. */
    @Override
    public void close() {
        over.countDown();
    }
}
