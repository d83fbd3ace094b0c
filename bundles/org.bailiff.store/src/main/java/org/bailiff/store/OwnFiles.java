// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        }
        return folder;
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
