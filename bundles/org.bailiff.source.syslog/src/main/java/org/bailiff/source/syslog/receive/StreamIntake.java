// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.syslog.receive;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Receives messages through connections, over TCP or a UNIX socket. Without room, connections are not read. */
final class StreamIntake implements Intake, Ready {
    /** The connection that said nothing for the longest time makes room for another. */
    static final int MOST_CONNECTIONS = 100;

    private static final Logger LOG = LoggerFactory.getLogger(StreamIntake.class);

    private final ServerSocketChannel channel;
    private final Reception reception;
    private final InstantSource clock;
    private final Runnable onClose;
    private final Selector selector;
    /** The one that was heard last stands last. */
    private final LinkedHashSet<Connection> connections = new LinkedHashSet<>();

    private final Set<Connection> heldBack = new LinkedHashSet<>();

    /**
     * Takes over a channel that is bound; it is closed if this fails.
     *
     * @param onClose what is left to be done when it is closed
     */
    StreamIntake(
            ServerSocketChannel channel, Reception reception, InstantSource clock, Selector selector, Runnable onClose)
            throws IOException {
        this.channel = channel;
        this.reception = reception;
        this.clock = clock;
        this.selector = selector;
        this.onClose = onClose;
        try {
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_ACCEPT, this);
        } catch (IOException failed) {
            channel.close();
            throw failed;
        }
    }

    @Override
    public void ready(SelectionKey key) throws IOException {
        SocketChannel caller = channel.accept();
        if (caller == null) {
            return;
        }
        try {
            admit(caller);
        } catch (IOException gone) {
            // What happens to one caller concerns no other.
            LOG.debug("a caller was gone at once", gone);
            caller.close();
        }
    }

    private void admit(SocketChannel caller) throws IOException {
        SocketAddress sender = caller.getRemoteAddress();
        boolean isRemote = sender instanceof InetSocketAddress;
        InetAddress address = isRemote ? ((InetSocketAddress) sender).getAddress() : null;
        if (isRemote && !reception.admits(address)) {
            caller.close();
            return;
        }
        if (connections.size() >= MOST_CONNECTIONS) {
            connections.iterator().next().close();
        }
        String name = isRemote ? SenderName.of(address) : SenderName.LOCAL;
        Connection connection = new Connection(caller, name, Punctuality.since(clock.instant()), this);
        caller.configureBlocking(false);
        caller.register(selector, SelectionKey.OP_READ, connection);
        connections.add(connection);
    }

    Reception reception() {
        return reception;
    }

    /** Something came through it. */
    void heard(Connection connection) {
        connections.remove(connection);
        connections.add(connection);
    }

    /** It waits until there is room. */
    void holdBack(Connection connection) {
        heldBack.add(connection);
    }

    void closed(Connection connection) {
        connections.remove(connection);
        heldBack.remove(connection);
    }

    @Override
    public void goOn() {
        if (!heldBack.isEmpty() && !reception.isFull()) {
            heldBack.forEach(connection -> connection.goOn(selector));
            heldBack.clear();
        }
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        List.copyOf(connections).forEach(Connection::close);
        try {
            channel.close();
        } catch (IOException failed) {
            LOG.debug("closing a socket failed", failed);
        }
        onClose.run();
    }
}
