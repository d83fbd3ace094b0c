// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The data directory, locked against a second daemon until it is closed or the process ends. One whose disk takes no lock
 * file is used all the same, and locked as soon as it does. Thread-safe.
 */
final class DataDirectory implements Closeable {
    private static final Logger LOGGER = LoggerFactory.getLogger(DataDirectory.class);
    private static final int LONGEST_PID = 20;

    private final Path path;
    private final long pid;
    /**
     * Holds the lock; empty if there is no file that could. While it is held the file must not be opened a second time in
     * this process: closing that would drop the lock.
     */
    private Optional<FileChannel> lock = Optional.empty();
    /** Why nothing can be written; empty while it is locked for writing. */
    private String problem = "";

    private DataDirectory(Path path, long pid) {
        this.path = path;
        this.pid = pid;
    }

    /**
     * Locks the directory, which is made if there is none.
     *
     * @param pid of this process, left in the lock file for people
     * @throws IOException if it is in use, or cannot be used; the message is a sentence that names it
     */
    static DataDirectory lock(Path path, long pid) throws IOException {
        DataDirectory directory = new DataDirectory(path, pid);
        try {
            directory.lockForWriting();
        } catch (DirectoryInUseException e) {
            throw e;
        } catch (IOException e) {
            if (!isOfTheDisk(e, path)) {
                throw new IOException(
                        "The data directory " + path + " cannot be used (" + e
                                + "); let the daemon's user own it, or choose another by --data DIR.",
                        e);
            }
            directory.lockForReading();
            directory.cannotBeWritten(e);
            LOGGER.warn("{}", directory.problem);
        }
        return directory;
    }

    /**
     * Whether the disk is behind it, being full, read-only or broken, and not the user's rights. Java has types of its own
     * for what is not allowed, is missing or is in the way, and none for the rest.
     */
    private static boolean isOfTheDisk(IOException failure, Path path) {
        boolean ofItsOwnType =
                failure instanceof FileSystemException && !failure.getClass().equals(FileSystemException.class);
        return !ofItsOwnType && (Files.isDirectory(path) || Files.notExists(path));
    }

    private void lockForWriting() throws IOException {
        OwnFiles.createFolder(path, OwnFiles.DATA_FOLDER);
        FileChannel writable = openLock(path.resolve("lock"));
        // Of this process's own locks on a file none is left when one of its channels is closed.
        close();
        requireFree(writable, false);
        lock = Optional.of(writable);
        leave(pid, writable);
        problem = "";
    }

    /** Who has it locked for writing, or will want to, is noticed; a second that reads is not. */
    private void lockForReading() throws IOException {
        Path file = path.resolve("lock");
        if (Files.isReadable(file) && Files.isRegularFile(file)) {
            FileChannel readable = FileChannel.open(file, StandardOpenOption.READ);
            requireFree(readable, true);
            lock = Optional.of(readable);
        }
    }

    private void requireFree(FileChannel channel, boolean shared) throws IOException {
        if (!isFree(channel, shared)) {
            String owner = content(channel);
            channel.close();
            throw new DirectoryInUseException("Another Bailiff" + (owner.isEmpty() ? "" : ", process " + owner + ",")
                    + " uses the data directory " + path + "; stop it, or give this one another by --data DIR.");
        }
    }

    private void cannotBeWritten(IOException cause) {
        problem = "The data directory " + path + " cannot be written (" + cause
                + "), so what is decided is in force and not kept; make room on the disk, make it writable or mend it: it"
                + " is tried again and again.";
    }

    /** Why nothing can be written; empty if it is locked for writing. */
    synchronized String problem() {
        return problem;
    }

    /** Tries again to lock it for writing, if it is not; whether it is. */
    synchronized boolean retry() {
        if (problem.isEmpty()) {
            return true;
        }
        try {
            lockForWriting();
            LOGGER.info("The data directory {} can be written again", path);
        } catch (DirectoryInUseException e) {
            problem = e.getMessage();
        } catch (IOException e) {
            cannotBeWritten(e);
        }
        return problem.isEmpty();
    }

    private static FileChannel openLock(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            OwnFiles.putAside(file);
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

    private static boolean isFree(FileChannel channel, boolean shared) throws IOException {
        try {
            return channel.tryLock(0, Long.MAX_VALUE, shared) != null;
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
    public synchronized void close() throws IOException {
        if (lock.isPresent()) {
            lock.get().close();
            lock = Optional.empty();
        }
    }
}
