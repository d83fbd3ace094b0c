// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.framework;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.bailiff.launcher.ExitStatus;
import org.bailiff.launcher.LaunchException;

/**
 * The data directory with the framework's folder in it, this process's alone until it is closed. The store's lock of the whole
 * directory comes too late: before the store starts, the framework has cleaned its storage.
 */
final class StorageLock implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(StorageLock.class.getName());
    private static final String NAME = "lock";

    private final Path folder;
    /** Held open: the lock goes with them. */
    private final List<Closeable> held;

    private StorageLock(Path folder, List<Closeable> held) {
        this.folder = folder;
        this.held = held;
    }

    /**
     * Takes it: in the data directory, or if its disk takes no file, outside.
     *
     * @throws LaunchException if another daemon has it, or this user may not write there
     */
    static StorageLock of(Path data, Outside outside) throws LaunchException {
        Path folder = data.resolve("framework");
        if (OutsideLock.isHeld(outside)) {
            throw inUse(data);
        }
        try {
            return inside(data, folder);
        } catch (IOException e) {
            if (DiskTrouble.isBehind(e, data)) {
                return outside(data, folder, outside);
            }
            throw new LaunchException(
                    ExitStatus.FAILED,
                    "cannot use the framework's storage " + folder + " (" + e
                            + "); give it to the daemon's user, or remove it: it is made anew",
                    e);
        }
    }

    private static StorageLock inside(Path data, Path folder) throws IOException, LaunchException {
        putAside(folder, !Files.isDirectory(folder));
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        Path lock = folder.resolve(NAME);
        putAside(lock, Files.isDirectory(lock));
        FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        requireFree(channel, data, false);
        return new StorageLock(folder, List.of(channel));
    }

    /**
     * A lock file that is there and must not be written can still be locked for reading: who has it locked for writing, or
     * wants to once the disk takes files again, is noticed. Others who read are met outside.
     */
    static StorageLock outside(Path data, Path folder, Outside outside) throws LaunchException {
        List<Closeable> held = new ArrayList<>();
        try {
            FileChannel channel = FileChannel.open(folder.resolve(NAME), StandardOpenOption.READ);
            requireFree(channel, data, true);
            held.add(channel);
        } catch (IOException absent) {
            LOG.log(Level.FINE, absent, () -> "no lock in " + folder);
        }
        OutsideLock.take(outside).ifPresent(held::add);
        return new StorageLock(folder, held);
    }

    private static void requireFree(FileChannel channel, Path data, boolean shared)
            throws IOException, LaunchException {
        if (channel.tryLock(0, Long.MAX_VALUE, shared) == null) {
            channel.close();
            throw inUse(data);
        }
    }

    private static LaunchException inUse(Path data) {
        return new LaunchException(
                ExitStatus.FAILED,
                "another bailiff runs on the data directory " + data + "; stop it with 'bailiff stop --data " + data
                        + "', or choose another directory with --data");
    }

    /** A file in the place of a folder, or the other way round, keeps no daemon from its work. */
    private static void putAside(Path path, boolean inTheWay) throws IOException {
        if (inTheWay && Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            Files.move(
                    path, path.resolveSibling(path.getFileName() + ".unreadable"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Where the framework's storage belongs, whether the disk has room for it or not. */
    Path folder() {
        return folder;
    }

    @Override
    public void close() throws LaunchException {
        for (Closeable lock : held) {
            try {
                lock.close();
            } catch (IOException e) {
                throw new LaunchException(ExitStatus.FAILED, "cannot let go of " + folder + ": " + e.getMessage(), e);
            }
        }
    }
}
