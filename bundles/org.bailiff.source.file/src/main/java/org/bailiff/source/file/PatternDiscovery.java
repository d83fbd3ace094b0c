// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.bailiff.api.source.Discovery;
import org.bailiff.api.source.StreamListener;
import org.bailiff.source.file.follow.RotatedName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells which files a pattern names. A file that was rotated away from another one that it names is none of its own:
 * its lines were that one's.
 *
 * <p>The methods of {@link Discovery} may be called from any thread; all others belong to the thread that looks.
 */
final class PatternDiscovery implements Discovery {
    private static final Logger LOG = LoggerFactory.getLogger(PatternDiscovery.class);
    /** How long a file must be gone. */
    private static final Duration GONE = Duration.ofMinutes(1);
    /** With more files than this, the directories are listed once a tick and not for each new name. */
    private static final int FEW = 1_000;
    /** A directory's time may stand still for a moment while it changes. */
    private static final Duration TIME_GRAIN = Duration.ofSeconds(2);

    private final PathPattern pattern;
    private final StreamListener listener;
    private final Runnable wake;
    private final ReentrantLock telling = new ReentrantLock();

    private volatile boolean closed;
    private volatile Optional<String> problem;

    /** Each file that was told, and since when it is gone; empty if it is there. */
    private final Map<Path, Optional<Instant>> told = new TreeMap<>();
    /** The directories that were looked into, and how they were then. */
    private Map<Path, Stamp> stamps = Map.of();

    private Set<Path> realDirectories = Set.of();

    /**
     * What changes in a directory when a name does.
     *
     * @param key device and inode; null if it is not there
     */
    private record Stamp(Object key, Instant modified) {
        static final Stamp NONE = new Stamp(null, Instant.MIN);

        static Stamp of(Path directory) {
            try {
                BasicFileAttributes attributes = Files.readAttributes(directory, BasicFileAttributes.class);
                return new Stamp(
                        attributes.fileKey(), attributes.lastModifiedTime().toInstant());
            } catch (IOException notThere) {
                // Whatever the reason: when it is gone, the stamp changes.
                return NONE;
            }
        }
    }

    PatternDiscovery(PathPattern pattern, StreamListener listener, Runnable wake) {
        this.pattern = pattern;
        this.listener = listener;
        this.wake = wake;
        this.problem = problemOf(pattern.expand());
    }

    @Override
    public Optional<String> problem() {
        return problem;
    }

    @Override
    public void close() {
        telling.lock();
        try {
            closed = true;
        } finally {
            telling.unlock();
        }
        wake.run();
    }

    boolean isClosed() {
        return closed;
    }

    /** The directories to watch for new names, links resolved. */
    Set<Path> directories() {
        return realDirectories;
    }

    /** Looks again, if anything may have changed, and tells. */
    void look(Instant now, Predicate<Path> isDrained) {
        if (problem.isPresent() || hasChanged(now)) {
            lookAnew(now);
        }
        tellVanished(now, isDrained);
    }

    private boolean hasChanged(Instant now) {
        for (Map.Entry<Path, Stamp> entry : stamps.entrySet()) {
            Stamp stamp = Stamp.of(entry.getKey());
            if (!stamp.equals(entry.getValue()) || stamp.modified().isAfter(now.minus(TIME_GRAIN))) {
                return true;
            }
        }
        return stamps.isEmpty();
    }

    /** A name in the directory is new or gone. */
    void changed(Path directory, Instant now) {
        if (told.size() <= FEW && realDirectories.contains(directory)) {
            lookAnew(now);
        }
    }

    /** Looks again although nothing seems to have changed. */
    void lookAnew(Instant now) {
        Map<Path, Stamp> before = new HashMap<>();
        stamps.keySet().forEach(directory -> before.put(directory, Stamp.of(directory)));
        PathPattern.Expansion expansion = pattern.expand();
        Map<Path, Stamp> after = new TreeMap<>();
        // A directory that was not looked into yet has no stamp from before the look: the next one looks again.
        expansion.directories().forEach(directory -> after.put(directory, before.getOrDefault(directory, Stamp.NONE)));
        stamps = after;
        realDirectories = WatchedNames.real(after.keySet());
        problem = problemOf(expansion);
        tellAppeared(expansion.files());
        noteGone(expansion.files(), now);
    }

    private Optional<String> problemOf(PathPattern.Expansion expansion) {
        if (!expansion.problems().isEmpty()) {
            return Optional.of(expansion.problems().get(0));
        }
        return expansion.files().isEmpty()
                ? Optional.of("no file matches " + pattern + "; it is followed as soon as there is one")
                : Optional.empty();
    }

    private void tellAppeared(Set<Path> files) {
        for (Path file : files) {
            boolean isNew = !told.containsKey(file);
            if (isNew && !isRotatedAway(file, files)) {
                told.put(file, Optional.empty());
                tell(() -> listener.appeared(file.toString()));
            }
        }
    }

    private boolean isRotatedAway(Path file, Set<Path> files) {
        if (!pattern.isGlob()) {
            return false;
        }
        return RotatedName.streamsOf(file.getFileName().toString()).stream()
                .map(file::resolveSibling)
                .anyMatch(stream -> files.contains(stream) || told.containsKey(stream));
    }

    private void noteGone(Set<Path> files, Instant now) {
        told.replaceAll((file, goneSince) -> {
            if (files.contains(file)) {
                return Optional.empty();
            }
            return goneSince.isPresent() ? goneSince : Optional.of(now);
        });
    }

    private void tellVanished(Instant now, Predicate<Path> isDrained) {
        told.entrySet().removeIf(entry -> {
            boolean vanished = entry.getValue().isPresent()
                    && !now.isBefore(entry.getValue().get().plus(GONE))
                    && isDrained.test(entry.getKey());
            if (vanished) {
                tell(() -> listener.vanished(entry.getKey().toString()));
            }
            return vanished;
        });
    }

    private void tell(Runnable news) {
        telling.lock();
        try {
            if (!closed) {
                news.run();
            }
        } catch (RuntimeException unexpected) {
            // A listener's fault must not stop the reading of files.
            LOG.error("a listener of {} failed", pattern, unexpected);
        } finally {
            telling.unlock();
        }
    }
}
