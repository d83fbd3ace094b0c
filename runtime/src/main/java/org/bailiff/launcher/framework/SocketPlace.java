// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.framework;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.bailiff.launcher.ExitStatus;
import org.bailiff.launcher.LaunchException;

/** Where the daemon puts its control socket. */
final class SocketPlace {
    /** What Java takes: the 108 bytes of the kernel's {@code sun_path}, less two. */
    private static final int LONGEST_PATH = 106;

    private SocketPlace() {}

    /** {@code control} in the runtime directory, else in the data directory. */
    static Path of(Path data, Map<String, String> environment) {
        return in(runtimeDirectory(environment).orElse(data));
    }

    static Path in(Path folder) {
        return folder.resolve("control");
    }

    /** The first folder that {@code RUNTIME_DIRECTORY} names. */
    static Optional<Path> runtimeDirectory(Map<String, String> environment) {
        String folders = environment.getOrDefault("RUNTIME_DIRECTORY", "");
        return folders.isEmpty() ? Optional.empty() : Optional.of(Path.of(folders.split(":", 2)[0]));
    }

    /**
     * A short path elsewhere in a too long one's stead would have to be in a folder that strangers may write to; so the
     * administrator chooses.
     */
    static void refuseTooLong(Path socket) throws LaunchException {
        int length = socket.toString().getBytes(StandardCharsets.UTF_8).length;
        if (length > LONGEST_PATH) {
            throw new LaunchException(
                    ExitStatus.FAILED,
                    "the control socket " + socket + " has a path of " + length + " bytes and may have "
                            + LONGEST_PATH
                            + "; choose a shorter --data DIR, or set RUNTIME_DIRECTORY to a short folder");
        }
    }
}
