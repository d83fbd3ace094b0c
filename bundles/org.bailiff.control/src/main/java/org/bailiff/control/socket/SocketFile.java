// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.socket;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The control socket's place in the file system, and the pointer {@code control.path} in the data directory that tells
 * where it is when it is not there. The data directory is locked for this daemon.
 */
public final class SocketFile implements AutoCloseable {
    /** The socket's name in the data directory. */
    public static final String NAME = "control";

    private static final Logger log = LoggerFactory.getLogger(SocketFile.class);
    private static final String POINTER = "control.path";
    private static final int BACKLOG = 64;
    /** What Linux has room for in a socket's address, without the end mark. */
    private static final int LONGEST_PATH = 107;

    private final Path socket;
    private final Path pointer;
    private final ServerSocketChannel channel;

    private SocketFile(Path socket, Path pointer, ServerSocketChannel channel) {
        this.socket = socket;
        this.pointer = pointer;
        this.channel = channel;
    }

    /**
     * Opens the socket for the daemon's user and group, in the place of one that a dead daemon left.
     *
     * @throws IOException if it cannot be opened; the message names the path and what is wrong
     */
    public static SocketFile open(Path socket, Path data) throws IOException {
        requireShort(socket);
        removeStale(socket);
        SocketFile file = new SocketFile(socket, data.resolve(POINTER), bind(socket));
        try {
            Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-rw----"));
            file.pointIfPossible(data.resolve(NAME));
            return file;
        } catch (IOException e) {
            file.close();
            throw cannotOpen(socket, e);
        }
    }

    private static ServerSocketChannel bind(Path socket) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            return channel.bind(UnixDomainSocketAddress.of(socket), BACKLOG);
        } catch (IOException e) {
            channel.close();
            throw cannotOpen(socket, e);
        }
    }

    private static IOException cannotOpen(Path socket, IOException cause) {
        return new IOException("The control socket " + socket + " cannot be opened: " + cause.getMessage(), cause);
    }

    private static void requireShort(Path socket) throws IOException {
        int length = socket.toString().getBytes(StandardCharsets.UTF_8).length;
        if (length > LONGEST_PATH) {
            throw new IOException("The control socket's path " + socket + " has " + length + " bytes, at most "
                    + LONGEST_PATH + " are possible; set RUNTIME_DIRECTORY to a directory with a shorter path.");
        }
    }

    private static void removeStale(Path socket) throws IOException {
        if (!Files.exists(socket, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.readAttributes(socket, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .isOther()) {
            throw new IOException(socket + " is in the control socket's place and is no socket; move it away.");
        }
        if (isAnswered(socket)) {
            throw new IOException("Another daemon answers on the control socket " + socket
                    + "; stop it, or set RUNTIME_DIRECTORY to a directory of this daemon's own.");
        }
        Files.delete(socket);
    }

    private static boolean isAnswered(Path socket) {
        try (SocketChannel caller = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            return caller.isConnected();
        } catch (IOException refused) {
            log.debug("Nobody answers on the old control socket {}", socket, refused);
            return false;
        }
    }

    /** A disk that is full or read-only keeps nobody from the socket who knows where it is. */
    private void pointIfPossible(Path usual) {
        try {
            point(usual);
        } catch (IOException e) {
            log.warn(
                    "{} cannot be written ({}), so clients do not find the socket by the data directory: --socket {}",
                    pointer,
                    e.toString(),
                    socket);
        }
    }

    /** Tells clients where the socket is, unless it is where they look anyway. */
    private void point(Path usual) throws IOException {
        if (socket.equals(usual)) {
            Files.deleteIfExists(pointer);
            return;
        }
        // Moved into place whole, so that no client reads half a path.
        Path draft = pointer.resolveSibling(POINTER + ".new");
        Files.deleteIfExists(draft);
        Files.writeString(draft, socket.toString());
        Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-r-----"));
        Files.move(draft, pointer, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    ServerSocketChannel channel() {
        return channel;
    }

    /** The user that made the socket: the one that this process runs as. */
    public UserPrincipal owner() throws IOException {
        return Files.getOwner(socket, LinkOption.NOFOLLOW_LINKS);
    }

    /** Closes the socket, and removes it and the pointer. */
    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(socket);
            if (Files.exists(pointer)) {
                Files.delete(pointer);
            }
        } catch (IOException e) {
            log.warn("The control socket {} was not removed cleanly: {}", socket, e.toString());
        }
    }
}
