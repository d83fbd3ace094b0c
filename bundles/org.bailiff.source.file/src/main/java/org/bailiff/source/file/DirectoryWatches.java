// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears from the kernel what happens in directories. It is a hint and no more: events get lost, and some file systems
 * tell nothing. Belongs to one thread.
 */
final class DirectoryWatches implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DirectoryWatches.class);
    private static final WatchEvent.Kind<?>[] KINDS = {
        StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY, StandardWatchEventKinds.ENTRY_DELETE
    };

    /** Empty if the system gives none. */
    private final Optional<WatchService> service;

    private final WakeableWait waiting;
    private final Map<Path, Watch> watches = new HashMap<>();

    /** Who hears of it. */
    interface Listener {
        /** The file of that name was written. */
        void written(Path name);

        /** The name is new, or gone. */
        void changed(Path name);

        /** Nobody knows what happened. */
        void missed();
    }

    /**
     * A watched directory.
     *
     * @param directory device and inode: another directory may take its path
     */
    private record Watch(WatchKey key, Object directory) {
        boolean isOf(Object now) {
            return key.isValid() && directory.equals(now);
        }
    }

    DirectoryWatches(WakeableWait waiting) {
        this.service = open();
        this.waiting = waiting;
    }

    private static Optional<WatchService> open() {
        try {
            return Optional.of(FileSystems.getDefault().newWatchService());
        } catch (IOException limitReached) {
            LOG.warn(
                    "log files are only looked at every second, because directories cannot be watched: {}; "
                            + "raise fs.inotify.max_user_instances",
                    limitReached.getMessage());
            return Optional.empty();
        }
    }

    /** Watches these directories, links resolved, and no others; answers whether one is watched that was not before. */
    boolean watchOnly(Set<Path> wanted) {
        watches.entrySet().removeIf(entry -> {
            Watch watch = entry.getValue();
            boolean unwanted = !wanted.contains(entry.getKey()) || !watch.isOf(identity(entry.getKey()));
            if (unwanted) {
                watch.key().cancel();
            }
            return unwanted;
        });
        boolean added = false;
        for (Path directory : wanted) {
            added |= !watches.containsKey(directory) && watch(directory);
        }
        return added;
    }

    private boolean watch(Path directory) {
        Object identity = identity(directory);
        if (identity == null || service.isEmpty()) {
            return false;
        }
        try {
            watches.put(directory, new Watch(directory.register(service.get(), KINDS), identity));
            return true;
        } catch (IOException notWatchable) {
            // The looks of every second find the same, later.
            LOG.debug("cannot watch {}", directory, notWatchable);
            return false;
        }
    }

    private static Object identity(Path directory) {
        try {
            return Files.readAttributes(directory, BasicFileAttributes.class).fileKey();
        } catch (IOException gone) {
            // It is watched again when it is back.
            return null;
        }
    }

    /** Waits until something happens, or it is woken, and tells all that happened. */
    void await(Duration timeout, Listener listener) {
        Optional<WatchKey> next = timeout.isZero() ? poll() : waiting.await(() -> take(timeout));
        // A wake-up must not keep what happened from being told.
        for (next = next.or(this::poll); next.isPresent(); next = poll()) {
            tell(next.get(), listener);
        }
    }

    private WatchKey take(Duration timeout) throws InterruptedException {
        if (service.isPresent()) {
            return service.get().poll(timeout.toNanos(), TimeUnit.NANOSECONDS);
        }
        return new SynchronousQueue<WatchKey>().poll(timeout.toNanos(), TimeUnit.NANOSECONDS);
    }

    private Optional<WatchKey> poll() {
        return service.map(WatchService::poll);
    }

    private static void tell(WatchKey key, Listener listener) {
        Path directory = (Path) key.watchable();
        List<WatchEvent<?>> events = key.pollEvents();
        // Before they are told: whatever comes of that, the next ones are to be heard.
        key.reset();
        for (WatchEvent<?> event : events) {
            if (event.kind() == StandardWatchEventKinds.OVERFLOW) {
                listener.missed();
            } else if (event.kind() == StandardWatchEventKinds.ENTRY_MODIFY) {
                listener.written(directory.resolve((Path) event.context()));
            } else {
                listener.changed(directory.resolve((Path) event.context()));
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (service.isPresent()) {
            service.get().close();
        }
    }
}
