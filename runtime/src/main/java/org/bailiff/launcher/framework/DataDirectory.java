// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.framework;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.bailiff.launcher.ExitStatus;
import org.bailiff.launcher.LaunchException;

/** The data directory, as far as the launcher makes it: the rest is the store's. */
final class DataDirectory {
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
        } catch (IOException e) {
            throw new LaunchException(
                    ExitStatus.FAILED, "cannot make the data directory " + data + " (" + e + "); " + remedy(), e);
        }
        if (!Files.isWritable(data) || !Files.isExecutable(data)) {
            throw new LaunchException(
                    ExitStatus.FAILED, "may not write into the data directory " + data + "; " + remedy());
        }
    }

    private String remedy() {
        return "give it to the daemon's user, or choose another with --data DIR or BAILIFF_DATA";
    }
}
