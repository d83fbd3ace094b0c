// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.framework;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.bailiff.launcher.ExitStatus;
import org.bailiff.launcher.LaunchException;

/**
 * The framework's storage in the data directory, this process's alone until it is closed. The store's lock of the whole
 * directory comes too late: before the store starts, the framework has cleaned its storage.
 */
final class StorageLock implements AutoCloseable {
    private final Path folder;
    /** Held open: the lock goes with it. */
    private final FileChannel channel;

    private StorageLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    static StorageLock of(Path data) throws LaunchException {
        Path folder = data.resolve("framework");
        try {
            putAside(folder, !Files.isDirectory(folder));
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            Path lock = folder.resolve("lock");
            putAside(lock, Files.isDirectory(lock));
            FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                throw new LaunchException(
                        ExitStatus.FAILED,
                        "another bailiff runs on the data directory " + data + "; stop it with 'bailiff stop --data "
                                + data + "', or choose another directory with --data");
            }
            return new StorageLock(folder, channel);
        } catch (IOException e) {
            throw new LaunchException(
                    ExitStatus.FAILED,
                    "cannot use the framework's storage " + folder + " (" + e
                            + "); give it to the daemon's user, or remove it: it is made anew",
                    e);
        }
    }

    /** A file in the place of a folder, or the other way round, keeps no daemon from its work. */
    private static void putAside(Path path, boolean inTheWay) throws IOException {
        if (inTheWay && Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            Files.move(
                    path, path.resolveSibling(path.getFileName() + ".unreadable"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    Path storage() {
        return folder.resolve("storage");
    }

    @Override
    public void close() throws LaunchException {
        try {
            channel.close();
        } catch (IOException e) {
            throw new LaunchException(ExitStatus.FAILED, "cannot let go of " + folder + ": " + e.getMessage(), e);
        }
    }
}
