// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.framework;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;
import org.bailiff.launcher.LaunchException;

/**
 * The folder of plug-ins. A jar there is code that runs as the daemon at its next start, so one that the daemon's user
 * may write is left alone: else whoever takes over the daemon once could stay.
 */
final class DeployFolder {
    private static final Logger LOG = Logger.getLogger(DeployFolder.class.getName());

    private final Path folder;
    private final boolean writableAllowed;

    DeployFolder(Path folder, boolean writableAllowed) {
        this.folder = folder;
        this.writableAllowed = writableAllowed;
    }

    /** The jars to start; logs a warning for those that are left alone. */
    List<Path> jars() throws LaunchException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> trusted = new ArrayList<>();
        for (Path jar : new BundleFolder(folder).jars()) {
            Path writable = writable(jar);
            if (writable == null || writableAllowed) {
                trusted.add(jar);
            } else {
                LOG.warning(() -> "ignoring " + jar + ": the daemon's user may write " + writable
                        + "; give it to root, or set deploy.writable = yes in bailiff.conf for development");
            }
        }
        return trusted;
    }

    private Path writable(Path jar) {
        if (ProcessUser.mayWrite(folder)) {
            return folder;
        }
        return ProcessUser.mayWrite(jar) ? jar : null;
    }
}
