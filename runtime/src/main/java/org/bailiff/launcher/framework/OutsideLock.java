// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.framework;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Stands in for the lock in a data directory that takes no lock file. Daemons that share no temporary place, in containers
 * or under systemd's {@code PrivateTmp}, do not notice each other by it.
 */
final class OutsideLock implements Closeable {
    private static final Logger LOG = Logger.getLogger(OutsideLock.class.getName());
    private static final String NAME = "lock";

    private final Path file;
    /** Held open: the lock goes with it. */
    private final FileChannel channel;

    private OutsideLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Whether a daemon runs on the data directory that could not lock it. */
    static boolean isHeld(Outside outside) {
        for (Path place : outside.meetingPlaces()) {
            Path lock = outside.in(place).resolve(NAME);
            if (Outside.isOurs(outside.in(place)) && Files.exists(lock)) {
                try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
                    if (!isFree(channel)) {
                        return true;
                    }
                } catch (IOException unusable) {
                    LOG.log(Level.FINE, unusable, () -> lock + " cannot be looked at");
                }
            }
        }
        return false;
    }

    /**
     * Takes it where that can be done first; empty, with a warning, if it can be nowhere: a daemon that might be the second
     * is better than none.
     */
    static Optional<OutsideLock> take(Outside outside) {
        IOException problem = new IOException("another daemon took it");
        for (Path place : outside.meetingPlaces()) {
            try {
                Path file = outside.make(place).resolve(NAME);
                FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                if (isFree(channel)) {
                    return Optional.of(new OutsideLock(file, channel));
                }
                channel.close();
            } catch (IOException unusable) {
                problem = unusable;
            }
        }
        LOG.log(Level.WARNING, problem, () -> "there is no place for a lock; start no second daemon on these data");
        return Optional.empty();
    }

    private static boolean isFree(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    /** Gives it free and removes it, and its folder if nothing else is in that. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
        channel.close();
        String[] others = file.getParent().toFile().list();
        if (others != null && others.length == 0) {
            Files.deleteIfExists(file.getParent());
        }
    }
}
