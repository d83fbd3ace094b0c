// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.framework;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Whether the daemon's user could change a file, or put another into its place. */
final class Trust {
    /** In such a folder, as {@code /tmp} is one, nobody may rename what is another's. */
    private static final int STICKY = 01000;

    private Trust() {}

    /** What that user may write: the file, or a folder on the way to it, also behind a link; empty if nothing. */
    static Optional<Path> weakness(Path file) {
        if (ProcessUser.mayWrite(file)) {
            return Optional.of(file);
        }
        try {
            Optional<Path> named = weakFolder(file.toAbsolutePath().normalize());
            return named.isPresent() ? named : weakFolder(file.toRealPath());
        } catch (IOException unknown) {
            // What cannot be examined is not to be trusted.
            return Optional.of(file);
        }
    }

    private static Optional<Path> weakFolder(Path file) throws IOException {
        Path own = file.getParent();
        for (Path folder = own; folder != null; folder = folder.getParent()) {
            // A stranger's sticky folder keeps what is in it as it is, but not from getting more: so not the file's
            // own.
            if (ProcessUser.mayWrite(folder) && (folder.equals(own) || !keepsItsNames(folder))) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }

    private static boolean keepsItsNames(Path folder) throws IOException {
        return ((int) Files.getAttribute(folder, "unix:mode") & STICKY) != 0
                && !Files.getAttribute(folder, "unix:uid").equals(ProcessUser.id());
    }
}
