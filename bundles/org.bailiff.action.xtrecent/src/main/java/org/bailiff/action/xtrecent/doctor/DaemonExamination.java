// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.doctor;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Whether a daemon runs on the data directory, and as whom. Silent if that cannot be seen. */
final class DaemonExamination {
    private static final String SUBJECT = "daemon";

    private final Installation installation;
    private final DaemonUser user;

    DaemonExamination(Installation installation, DaemonUser user) {
        this.installation = installation;
        this.user = user;
    }

    Optional<Finding> finding() {
        try {
            Path socket = socket();
            String owner = Files.getOwner(socket).getName();
            boolean same = user.principal(socket)
                    .filter(Files.getOwner(socket)::equals)
                    .isPresent();
            if (!answers(socket)) {
                return Optional.empty();
            }
            return Optional.of(
                    same
                            ? Finding.ok(SUBJECT, "it runs, as user " + owner, socket.toString())
                            : Finding.warning(
                                    SUBJECT,
                                    "it runs as user " + owner + ", but user " + user.name() + " was examined",
                                    socket.toString(),
                                    installation.doctor(owner)));
        } catch (IOException | IllegalArgumentException unseen) {
            // Not there, not for us, or no path: nothing can be said.
            return Optional.empty();
        }
    }

    private Path socket() {
        return Host.read(installation.data().resolve("control.path"))
                .map(String::strip)
                .map(Path::of)
                .orElse(installation.socket());
    }

    private static boolean answers(Path socket) {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            return channel.isConnected();
        } catch (IOException dead) {
            // Left over from a daemon that was killed.
            return false;
        }
    }
}
