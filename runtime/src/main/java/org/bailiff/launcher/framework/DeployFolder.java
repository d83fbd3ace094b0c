// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.framework;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The folder of plug-ins. A jar there is code that runs as the daemon, so one that the daemon's user may write is left
 * alone: else whoever takes over the daemon once could stay.
 */
final class DeployFolder {
    private final Path path;
    private final boolean writableAllowed;

    DeployFolder(Path path, boolean writableAllowed) {
        this.path = path;
        this.writableAllowed = writableAllowed;
    }

    Path path() {
        return path;
    }

    /**
     * The jars as they are now, by name, so that every start is like the last; none if there is no folder. Names that begin
     * with a dot are those of files that somebody is still writing.
     *
     * @throws IOException if they cannot be told now; that is no sign that they are gone
     */
    SortedMap<Path, FileStamp> jars() throws IOException {
        SortedMap<Path, FileStamp> jars = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path, "[!.]*.jar")) {
            for (Path jar : files) {
                jars.put(jar, FileStamp.of(jar));
            }
        } catch (NoSuchFileException | NotDirectoryException absent) {
            // One that went between the two looks is stamped at the next.
            return jars;
        }
        return jars;
    }

    /** Why a jar there is not to be started, and the mend; empty if it may. */
    Optional<String> refusal(Path jar) {
        return writableAllowed
                ? Optional.empty()
                : Trust.weakness(jar)
                        .map(weak -> "the daemon's user may write " + weak
                                + "; give it to root, or set deploy.writable = yes in bailiff.conf for development");
    }
}
