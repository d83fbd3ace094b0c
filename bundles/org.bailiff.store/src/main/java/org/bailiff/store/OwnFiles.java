// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files and folders with the modes that the data directory promises, whatever the umask. */
final class OwnFiles {
    /** 0710: the group may pass, to reach the control socket. */
    static final Set<PosixFilePermission> DATA_FOLDER = PosixFilePermissions.fromString("rwx--x---");
    /** 0700. */
    static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private OwnFiles() {}

    /** The folder, made with that mode if there is none. One that is there keeps the mode that somebody chose. */
    static Path createFolder(Path folder, Set<PosixFilePermission> mode) throws IOException {
        if (!Files.isDirectory(folder)) {
            Path parent = folder.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(mode));
            Files.setPosixFilePermissions(folder, mode);
            forceIfAllowed(parent);
        }
        return folder;
    }

    private static void forceIfAllowed(Path parent) throws IOException {
        if (parent != null && Files.isReadable(parent)) {
            force(parent);
        }
    }

    /** The folder, made with mode 0700 if there is none; what is no folder and has its name is put aside. */
    static void createFolderInTheWay(Path folder) throws IOException {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(folder)) {
            putAside(folder);
        }
        createFolder(folder, FOLDER);
    }

    /**
     * Whether what has this name is no file: a folder, a pipe, a device, a link to one or to nothing. It must not be
     * opened: a pipe waits for its other end, and a device may have none.
     */
    static boolean isNoFile(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(path);
    }

    static void putAside(Path path) throws IOException {
        Files.move(path, path.resolveSibling(path.getFileName() + ".unreadable"), StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Returns when the names of the files in the folder are on disk. Done by a channel, because nothing else opens a
     * folder; an interrupt that closes it is put off.
     */
    static void force(Path folder) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            while (!forced(folder)) {
                interrupted |= Thread.interrupted();
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static boolean forced(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
            return true;
        } catch (ClosedByInterruptException again) {
            // The interrupt is remembered by the caller, which comes back.
            return false;
        }
    }

    /** The file, as {@link #createFile} makes it; what is no file and has its name is put aside. */
    static Path createFileInTheWay(Path file) throws IOException {
        if (isNoFile(file)) {
            putAside(file);
        }
        return createFile(file);
    }

    /** The file, made empty if there is none; with mode 0600 in any case. */
    static Path createFile(Path file) throws IOException {
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(FILE));
        } catch (FileAlreadyExistsException there) {
            // As it is on all but the first start.
        }
        if (!Files.getPosixFilePermissions(file).equals(FILE)) {
            Files.setPosixFilePermissions(file, FILE);
        }
        return file;
    }
}
