// SPDX-License-Identifier: Apache-2.0
package org.bailiff.metrics.http;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.bailiff.text.SafeText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A socket in the file system, for the daemon's user and group.
 *
 * @param path absolute
 */
record UnixPlace(Path path) implements ListenPlace {
    private static final Logger LOG = LoggerFactory.getLogger(UnixPlace.class);
    private static final int BACKLOG = 16;
    /** What Linux has room for in a socket's address, without the end mark. */
    private static final int LONGEST_PATH = 107;
    /** The bits of a file's mode that say what it is, and those of a socket. */
    private static final int KIND = 0170000;

    private static final int SOCKET = 0140000;

    static UnixPlace parse(String text, Path folder) {
        try {
            if (text.isBlank()) {
                throw new IllegalArgumentException("names no path behind unix:; e.g. unix:metrics");
            }
            Path path = folder.resolve(text.strip()).toAbsolutePath().normalize();
            int length = path.toString().getBytes(StandardCharsets.UTF_8).length;
            if (length > LONGEST_PATH) {
                throw new IllegalArgumentException("is a path of " + length + " bytes, and a socket's has at most "
                        + LONGEST_PATH + "; choose a shorter one");
            }
            return new UnixPlace(path);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("is no path: '" + SafeText.of(text, 100) + "'", e);
        }
    }

    @Override
    public ServerSocketChannel open() throws IOException {
        removeStale();
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.bind(UnixDomainSocketAddress.of(path), BACKLOG);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw----"));
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private void removeStale() throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (((int) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS) & KIND) != SOCKET) {
            throw new IOException("what is there is no socket; move it away");
        }
        if (isAnswered()) {
            throw new IOException("another program answers there");
        }
        Files.delete(path);
    }

    private boolean isAnswered() {
        try (SocketChannel caller = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
            return caller.isConnected();
        } catch (IOException refused) {
            LOG.debug("Nobody answers on the old socket {}", path, refused);
            return false;
        }
    }

    @Override
    public void remove() throws IOException {
        Files.deleteIfExists(path);
    }

    @Override
    public String toString() {
        return UNIX + path;
    }
}
