// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The data directory, locked against a second daemon until it is closed or the process ends. */
final class DataDirectory implements Closeable {
    private static final Logger LOGGER = LoggerFactory.getLogger(DataDirectory.class);
    private static final int LONGEST_PID = 20;

    private final Path path;
    /** Holds the lock. The file must not be opened a second time in this process: closing that would drop the lock. */
    private final FileChannel lock;

    private DataDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Locks the directory, which is made if there is none.
     *
     * @param pid of this process, left in the lock file for people
     * @throws IOException if it is in use, or cannot be used; the message is a sentence that names it
     */
    static DataDirectory lock(Path path, long pid) throws IOException {
        try {
            OwnFiles.createFolder(path, OwnFiles.DATA_FOLDER);
            FileChannel lock = openLock(path.resolve("lock"));
            if (!isFree(lock)) {
                String owner = content(lock);
                lock.close();
                throw new DirectoryInUseException("Another Bailiff"
                        + (owner.isEmpty() ? "" : ", process " + owner + ",") + " uses the data directory " + path
                        + "; stop it, or give this one another by --data DIR.");
            }
            leave(pid, lock);
            return new DataDirectory(path, lock);
        } catch (DirectoryInUseException e) {
            throw e;
        } catch (IOException e) {
            throw new IOException(
                    "The data directory " + path + " cannot be used (" + e
                            + "); let the daemon's user own it, or choose another by --data DIR.",
                    e);
        }
    }

    private static FileChannel openLock(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            Files.move(file, file.resolveSibling("lock.unreadable"), StandardCopyOption.REPLACE_EXISTING);
        }
        return FileChannel.open(OwnFiles.createFile(file), StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private static void leave(long pid, FileChannel lock) {
        try {
            lock.truncate(0).write(ByteBuffer.wrap((pid + "\n").getBytes(StandardCharsets.US_ASCII)), 0);
        } catch (IOException full) {
            // The lock is held all the same; the number is for people.
            LOGGER.warn("The lock file does not tell this process: {}", full.getMessage());
        }
    }

    private static boolean isFree(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    private static String content(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(LONGEST_PID);
        channel.read(bytes, 0);
        String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII).strip();
        return text.matches("\\d+") ? text : "";
    }

    Path file(String name) {
        return path.resolve(name);
    }

    /** Gives the directory free. */
    @Override
    public void close() throws IOException {
        lock.close();
    }
}
