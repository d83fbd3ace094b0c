// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.framework;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells a disk that takes nothing, because it is full, read-only or broken, from one that the user may not write to. */
final class DiskTrouble {
    private DiskTrouble() {}

    /**
     * Whether the disk is behind the failure. Java has types of its own for what is not allowed, is missing or is in the
     * way, and none for the rest.
     *
     * @param folder the folder that was to be written to; a file in the place of one above it is reported like a disk
     */
    static boolean isBehind(IOException failure, Path folder) {
        boolean ofItsOwnType =
                failure instanceof FileSystemException && !failure.getClass().equals(FileSystemException.class);
        return !ofItsOwnType && Files.isDirectory(nearestAbove(folder.toAbsolutePath()));
    }

    private static Path nearestAbove(Path folder) {
        Path above = folder;
        while (!Files.exists(above) && above.getParent() != null) {
            above = above.getParent();
        }
        return above;
    }
}
