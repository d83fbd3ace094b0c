// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.framework;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
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

    /**
     * Makes it with mode 0710 if it is absent, whatever the umask.
     *
     * @return whether files can be made in it; if not, its disk is full, read-only or broken, and the daemon runs all the
     *     same
     * @throws LaunchException if this user may not use it
     */
    boolean prepare() throws LaunchException {
        try {
            if (!Files.isDirectory(data)) {
                Files.createDirectories(data);
                Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx--x---"));
            }
            warnIfOthersMayWrite();
        } catch (IOException e) {
            if (DiskTrouble.isBehind(e, data)) {
                return refused(e);
            }
            throw new LaunchException(
                    ExitStatus.FAILED, "cannot make the data directory " + data + " (" + e + "); " + remedy(), e);
        }
        return takesFiles();
    }

    private boolean takesFiles() throws LaunchException {
        if (!Files.isReadable(data) || !Files.isExecutable(data)) {
            throw mayNotUse();
        }
        Path probe = data.resolve("probe.new");
        try {
            Files.deleteIfExists(probe);
            Files.delete(Files.createFile(probe));
            return true;
        } catch (AccessDeniedException e) {
            throw mayNotUse();
        } catch (IOException e) {
            return refused(e);
        }
    }

    private boolean refused(IOException e) {
        LOG.warning(() -> "no file can be made in the data directory " + data + " (" + e
                + "); what is decided is in force, and not kept until the disk is writable and has room");
        return false;
    }

    private LaunchException mayNotUse() {
        return new LaunchException(
                ExitStatus.FAILED, "may not write into the data directory " + data + "; " + remedy());
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
