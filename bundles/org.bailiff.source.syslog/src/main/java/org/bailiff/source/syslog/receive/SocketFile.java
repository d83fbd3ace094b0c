// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.syslog.receive;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import org.bailiff.text.SafeText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A UNIX socket in the file system, which its group may write to. One that nobody listens at is replaced. */
public final class SocketFile {
    private static final String MODE = "rw-rw----";
    private static final int TYPE = 0170000;
    private static final int SOCKET = 0140000;
    private static final Logger LOG = LoggerFactory.getLogger(SocketFile.class);

    private final Path path;

    public SocketFile(Path path) {
        this.path = path;
    }

    /**
     * Listens for connections.
     *
     * @param selector whose keys tell a {@link Ready}
     * @throws CannotListenException it is tried again after a pause
     */
    public Intake listen(Reception reception, InstantSource clock, Selector selector) throws CannotListenException {
        Path folder = path.getParent();
        if (!Files.isDirectory(folder)) {
            throw new CannotListenException("there is no folder " + text(folder)
                    + "; make it, for the daemon's user (under systemd: RuntimeDirectory=)");
        }
        if (!Files.isWritable(folder)) {
            throw new CannotListenException(
                    "this user may not make a socket in " + text(folder) + "; give the folder to the daemon's user");
        }
        try {
            removeLeftover();
            return open(reception, clock, selector);
        } catch (IOException failed) {
            throw new CannotListenException(
                    "cannot listen at " + text(path) + ": " + SafeText.of(String.valueOf(failed.getMessage())), failed);
        }
    }

    private Intake open(Reception reception, InstantSource clock, Selector selector) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.bind(UnixDomainSocketAddress.of(path));
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(MODE));
        } catch (IOException failed) {
            channel.close();
            throw failed;
        }
        Object identity = identity();
        return new StreamIntake(channel, reception, clock, selector, () -> remove(identity));
    }

    private void removeLeftover() throws IOException, CannotListenException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        int mode = (int) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS);
        if ((mode & TYPE) != SOCKET) {
            throw new CannotListenException(text(path) + " is there and is no socket; take it away, or name another");
        }
        if (isListenedAt()) {
            throw new CannotListenException("another program listens at " + text(path)
                    + ", or another jail's logpath names it with other options; 'ss -lxp' says which");
        }
        Files.deleteIfExists(path);
    }

    /** Does not wait: a queue of callers that is full has somebody who is to answer it. */
    private boolean isListenedAt() {
        try (SocketChannel caller = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            caller.configureBlocking(false);
            caller.connect(UnixDomainSocketAddress.of(path));
            return true;
        } catch (IOException nobody) {
            LOG.debug("nobody listens at {}", path, nobody);
            return false;
        }
    }

    private Object identity() throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .fileKey();
    }

    /** Leaves alone what somebody else put in its place. */
    private void remove(Object identity) {
        try {
            if (identity.equals(identity())) {
                Files.deleteIfExists(path);
            }
        } catch (IOException gone) {
            LOG.debug("{} is gone, or cannot be removed; the next start replaces it", path, gone);
        }
    }

    private static String text(Path path) {
        return SafeText.of(path.toString());
    }
}
