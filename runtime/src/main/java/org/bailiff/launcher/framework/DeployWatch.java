// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.framework;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Has the plug-ins looked at whenever the system tells of a change in their folder, shortly after while something is being
 * written, and every few seconds in any case: events can be lost, some file systems tell none, and the folder may come
 * late. It owns the thread that looks.
 */
final class DeployWatch implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(DeployWatch.class.getName());
    private static final long SETTLING_MILLIS = 200;
    private static final long RESCAN_MILLIS = 3000;
    /** A plug-in that takes longer to start or stop does not hold up the end: the framework goes on with that. */
    private static final long CLOSE_MILLIS = 1000;

    private final PlugIns plugIns;
    private final Path folder;
    /** Empty if the system has no means to watch left: then the folder is only looked at. */
    private final Optional<WatchService> watcher;

    private final Thread thread = new Thread(this::watch, "bailiff-watch-deploy");
    /** The folder's; empty while it is not there. Owned by the thread. */
    private Optional<WatchKey> key = Optional.empty();

    private final CountDownLatch closed = new CountDownLatch(1);

    private DeployWatch(PlugIns plugIns) {
        this.plugIns = plugIns;
        this.folder = plugIns.folder().path();
        this.watcher = watcher();
        thread.setDaemon(true);
    }

    /** Has the plug-ins run that began with the framework, and watches from now on. */
    static DeployWatch start(PlugIns plugIns) {
        DeployWatch watch = new DeployWatch(plugIns);
        plugIns.start();
        watch.thread.start();
        return watch;
    }

    private static Optional<WatchService> watcher() {
        try {
            return Optional.of(FileSystems.getDefault().newWatchService());
        } catch (IOException none) {
            LOG.log(Level.FINE, "plug-ins are only looked at every " + RESCAN_MILLIS + " ms", none);
            return Optional.empty();
        }
    }

    private void watch() {
        try {
            boolean moving = true;
            while (!pause(moving)) {
                moving = look();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever a plug-in did to it, the watch goes on. */
    private boolean look() {
        try {
            return plugIns.look();
        } catch (RuntimeException | LinkageError fault) {
            LOG.log(Level.SEVERE, fault, () -> "a look at the plug-ins in " + folder + " failed; the next is to come");
            return false;
        }
    }

    /** Waits until another look is due; while something is written, exactly so long as it must not change to be complete. */
    private boolean pause(boolean moving) throws InterruptedException {
        if (moving || watcher.isEmpty()) {
            return closed.await(moving ? SETTLING_MILLIS : RESCAN_MILLIS, TimeUnit.MILLISECONDS);
        }
        try {
            register(watcher.get());
            WatchKey signalled = watcher.get().poll(RESCAN_MILLIS, TimeUnit.MILLISECONDS);
            if (signalled != null) {
                signalled.pollEvents();
                signalled.reset();
            }
            return closed.getCount() == 0;
        } catch (ClosedWatchServiceException end) {
            return true;
        }
    }

    private void register(WatchService service) {
        if (key.filter(WatchKey::isValid).isPresent()) {
            return;
        }
        try {
            key = Optional.of(folder.register(
                    service,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY,
                    StandardWatchEventKinds.ENTRY_DELETE));
        } catch (IOException absent) {
            // It may come; tried again with the next rescan.
            key = Optional.empty();
        }
    }

    /** Ends the watching. What a plug-in is being asked to do goes on, if that takes longer than a second. */
    @Override
    public void close() {
        closed.countDown();
        try {
            if (watcher.isPresent()) {
                watcher.get().close();
            }
            thread.join(CLOSE_MILLIS);
        } catch (IOException e) {
            LOG.log(Level.FINE, "the watch of the plug-ins does not close in order", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            LOG.warning(
                    () -> thread.getName() + " did not end within " + CLOSE_MILLIS + " ms: a plug-in does not answer");
        }
    }
}
