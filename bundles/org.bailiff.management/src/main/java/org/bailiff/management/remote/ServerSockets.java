// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.rmi.server.RMIServerSocketFactory;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import org.bailiff.api.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens on one address and no other, and knows all connections, so that they end when it does. RMI keeps registry,
 * server and connections behind one listener if they have this same factory. Thread-safe.
 */
final class ServerSockets implements RMIServerSocketFactory, AutoCloseable {
    /** RMI gives each connection a thread, and asks nobody for a password before. */
    static final int MOST_CONNECTIONS = 64;

    private static final Logger LOGGER = LoggerFactory.getLogger(ServerSockets.class);
    private static final int BACKLOG = 16;
    private static final int ATTEMPTS = 20;
    private static final long PAUSE_NANOS = 50_000_000;

    private final InetAddress address;
    private final Optional<TlsContext> tls;
    private final BiConsumer<Optional<Caller>, String> flooded;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    /** What all connections make us hold beyond a stranger's part. */
    private final AtomicLong shared = new AtomicLong();

    /** @param flooded is told who has sent too much, if that is known, and why it is */
    ServerSockets(InetAddress address, Optional<TlsContext> tls, BiConsumer<Optional<Caller>, String> flooded) {
        this.address = address;
        this.tls = tls;
        this.flooded = flooded;
    }

    @Override
    public ServerSocket createServerSocket(int port) throws IOException {
        ServerSocket listener = new Listener();
        try {
            listener.setReuseAddress(true);
            bind(listener, new InetSocketAddress(address, port));
            return listener;
        } catch (IOException e) {
            listener.close();
            throw e;
        }
    }

    /**
     * Of a port that was ours a moment ago, RMI closes the listener only when the last connection's object is gone, which
     * may be on its way.
     */
    private static void bind(ServerSocket listener, SocketAddress place) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                listener.bind(place, BACKLOG);
                return;
            } catch (BindException taken) {
                if (attempt == ATTEMPTS) {
                    throw taken;
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    /** Ends the connections; the listener is RMI's. */
    @Override
    public void close() {
        open.forEach(ServerSockets::end);
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOGGER.debug("a connection did not close in order", e);
        }
    }

    /** Accepts in place of a plain one. */
    private final class Listener extends ServerSocket {
        Listener() throws IOException {
            super();
        }

        @Override
        public Socket accept() throws IOException {
            while (true) {
                Socket accepted = super.accept();
                if (open.size() < MOST_CONNECTIONS) {
                    return known(accepted);
                }
                LOGGER.debug("more than {} connections: one from {} is closed", MOST_CONNECTIONS, accepted);
                end(accepted);
            }
        }

        private Socket known(Socket accepted) throws IOException {
            Origin origin = new Origin(accepted.getInetAddress().getHostAddress(), accepted.getPort());
            Socket way = tls.isPresent() ? tls.get().around(accepted) : accepted;
            CallerSocket socket =
                    new CallerSocket(way, origin, new Intake(shared, flooded), () -> open.remove(accepted));
            // What is kept is the connection below: closing it ends the other at once, without a last word.
            open.add(accepted);
            return socket;
        }
    }
}
