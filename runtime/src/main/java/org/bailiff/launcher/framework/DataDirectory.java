// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.framework;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.logging.Logger;
import org.bailiff.launcher.ExitStatus;
import org.bailiff.launcher.LaunchException;

/** The data directory, as far as the launcher makes it: the rest is the store's. */
final class DataDirectory {
    private static final Logger LOG = Logger.getLogger(DataDirectory.class.getName());

    private final Path data;

    DataDirectory(Path data) {
        this.data = data;
    }

    /** Makes it with mode 0710 if it is absent, whatever the umask. */
    void prepare() throws LaunchException {
        try {
            if (!Files.isDirectory(data)) {
                Files.createDirectories(data);
                Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx--x---"));
            }
            warnIfOthersMayWrite();
        } catch (IOException e) {
            throw new LaunchException(
                    ExitStatus.FAILED, "cannot make the data directory " + data + " (" + e + "); " + remedy(), e);
        }
        if (!Files.isWritable(data) || !Files.isExecutable(data)) {
            throw new LaunchException(
                    ExitStatus.FAILED, "may not write into the data directory " + data + "; " + remedy());
        }
    }

    /** Whoever may write here could put other bans and overrides in the place of ours. */
    private void warnIfOthersMayWrite() throws IOException {
        Set<PosixFilePermission> mode = Files.getPosixFilePermissions(data);
        if (mode.contains(PosixFilePermission.OTHERS_WRITE) || mode.contains(PosixFilePermission.GROUP_WRITE)) {
            LOG.warning(() -> "others may write into the data directory " + data
                    + "; let only the daemon's user: chmod 0710 " + data);
        }
    }

    private String remedy() {
        return "give it to the daemon's user, or choose another with --data DIR or BAILIFF_DATA";
    }
}
