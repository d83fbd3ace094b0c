// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config.filters;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at a folder of filters whenever the system tells of a change in it, shortly after while something is being
 * written, and every few seconds in any case: events can be lost, some file systems tell none, and a folder may come
 * late. It owns the thread that looks.
 */
public final class FilterFolderWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FilterFolderWatch.class);
    private static final long SETTLING_MILLIS = 200;
    private static final long RESCAN_MILLIS = 3000;
    private static final long CLOSE_MILLIS = 5000;

    private final FilterFolder folder;
    private final WatchService watcher;
    private final Thread thread;
    /** The folder's; empty while it is not there. Owned by the thread. */
    private Optional<WatchKey> key = Optional.empty();

    /** When it was; guarded by this. */
    private long lastLook;

    private FilterFolderWatch(FilterFolder folder, WatchService watcher) {
        this.folder = folder;
        this.watcher = watcher;
        this.thread = new Thread(this::watch, "bailiff-watch-etc");
        this.thread.setDaemon(true);
    }

    /**
     * Looks once, and then begins to watch.
     *
     * @throws IOException if the system has no means to watch left
     */
    public static FilterFolderWatch start(FilterFolder folder) throws IOException {
        FilterFolderWatch watch =
                new FilterFolderWatch(folder, FileSystems.getDefault().newWatchService());
        watch.look();
        watch.thread.start();
        return watch;
    }

    private void watch() {
        try {
            boolean moving = false;
            while (!Thread.currentThread().isInterrupted()) {
                register();
                WatchKey signalled = watcher.poll(moving ? SETTLING_MILLIS : RESCAN_MILLIS, TimeUnit.MILLISECONDS);
                if (signalled != null) {
                    signalled.pollEvents();
                    signalled.reset();
                }
                moving = lookApart();
            }
        } catch (InterruptedException | ClosedWatchServiceException closed) {
            // That is how close() ends this thread.
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Looks now, and, if something is new, again after the time in which it must not change to be complete. What is still
     * being written then is left to the watching. From any thread; waits half a second at most.
     */
    public void lookNow() {
        try {
            if (lookApart()) {
                lookApart();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Two looks in a row prove nothing unless there is time between them, whoever makes them. */
    private synchronized boolean lookApart() throws InterruptedException {
        long due = lastLook + TimeUnit.MILLISECONDS.toNanos(SETTLING_MILLIS);
        long left = TimeUnit.NANOSECONDS.toMillis(due - System.nanoTime());
        if (left > 0) {
            Thread.sleep(left);
        }
        return look();
    }

    private synchronized boolean look() {
        lastLook = System.nanoTime();
        return folder.look();
    }

    private void register() {
        if (key.filter(WatchKey::isValid).isPresent()) {
            return;
        }
        try {
            key = Optional.of(folder.path()
                    .register(
                            watcher,
                            StandardWatchEventKinds.ENTRY_CREATE,
                            StandardWatchEventKinds.ENTRY_MODIFY,
                            StandardWatchEventKinds.ENTRY_DELETE));
        } catch (NoSuchFileException | NotDirectoryException absent) {
            // Tried again with the next rescan.
            key = Optional.empty();
        } catch (IOException failure) {
            key = Optional.empty();
            LOG.debug("{} cannot be watched, only looked at every {} ms", folder.path(), RESCAN_MILLIS, failure);
        }
    }

    /** Ends the watching. When it returns, the folder is not looked at any more. */
    @Override
    public void close() throws IOException {
        watcher.close();
        thread.interrupt();
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            LOG.warn("{} did not end within {} ms", thread.getName(), CLOSE_MILLIS);
        }
    }
}
