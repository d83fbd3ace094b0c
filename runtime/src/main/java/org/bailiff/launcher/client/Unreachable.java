// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.client;

import java.nio.file.Path;
import org.bailiff.launcher.ExitStatus;
import org.bailiff.launcher.LaunchException;

/** The sentences for a daemon that cannot be reached. */
final class Unreachable {
    private Unreachable() {}

    static LaunchException notRunning(Path socket, Exception cause) {
        return new LaunchException(
                ExitStatus.NOT_RUNNING,
                "bailiff is not running (no socket at " + socket + "); start it with 'bailiff run',"
                        + " or say where it is with --data DIR or --socket PATH",
                cause);
    }

    static LaunchException notAnswering(Path socket, Exception cause) {
        return new LaunchException(
                ExitStatus.NOT_RUNNING,
                "bailiff is not running (nobody answers at " + socket + "); start it with 'bailiff run'",
                cause);
    }

    static LaunchException denied(Path path, Exception cause) {
        return new LaunchException(
                ExitStatus.DENIED,
                "you may not use " + path + "; be root, the daemon's user, or in the daemon's group",
                cause);
    }
}
