// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.socket;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.bailiff.api.command.ExitCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Receives callers. One thread accepts them, reads what they send without ever waiting for one of them, and hands whole
 * requests to the pool that answers. It also ends those that keep the daemon waiting: a caller that sends nothing, or
 * without end, costs a place for some seconds; one that does not take its answer costs a thread until that is wanted by
 * another.
 */
public final class Reception implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Reception.class);
    private static final long TICK_MILLIS = 200;
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(1);

    private final ServerSocketChannel server;
    private final Answering answering;
    private final LongSupplier nanoTime;
    private final Selector selector;
    private final SelectionKey accepting;
    private final ByteBuffer buffer = ByteBuffer.allocate(8 * 1024);
    private final Places places = new Places();
    private final Thread thread = new Thread(this::run, "bailiff-control");

    /**
     * Begins to receive.
     *
     * @param nanoTime a clock as {@link System#nanoTime}
     */
    public Reception(SocketFile socket, Answering answering, LongSupplier nanoTime) throws IOException {
        this.server = socket.channel();
        this.answering = answering;
        this.nanoTime = nanoTime;
        this.selector = Selector.open();
        server.configureBlocking(false);
        this.accepting = server.register(selector, SelectionKey.OP_ACCEPT);
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try (selector) {
            while (!thread.isInterrupted()) {
                selector.select(places.isEmpty() && accepting.interestOps() != 0 ? 0 : TICK_MILLIS);
                accepting.interestOps(SelectionKey.OP_ACCEPT);
                handOver(readRequests());
                // After reading: so nobody gives way to a newcomer whose request has arrived already.
                accept();
                places.endOverdue(answering.isCrowded());
            }
        } catch (IOException e) {
            log.error("The control socket is not answered any more; restart the daemon. Reason: {}", e.toString());
        }
        places.endThoseReading();
    }

    /** Reads what has arrived, and returns the connections whose request is whole. */
    private List<Connection> readRequests() {
        List<Connection> whole = new ArrayList<>();
        for (SelectionKey key : selector.selectedKeys()) {
            if (key != accepting && key.isValid() && isWhole((Connection) key.attachment())) {
                key.cancel();
                whole.add((Connection) key.attachment());
            }
        }
        selector.selectedKeys().clear();
        return whole;
    }

    private void accept() {
        try {
            SocketChannel channel = server.accept();
            if (channel != null) {
                admit(new Connection(channel, nanoTime));
            }
        } catch (IOException e) {
            // Most likely there are too many open files: tried again at the next tick, not at once and for ever.
            log.warn("A caller of the control socket could not be received: {}", e.toString());
            accepting.interestOps(0);
        }
    }

    private void admit(Connection connection) throws IOException {
        if (places.makeOne()) {
            connection.register(selector);
            places.add(connection);
        } else {
            connection.refuse("The daemon is busy with other callers; try again.", ExitCode.FAILED);
        }
    }

    private boolean isWhole(Connection connection) {
        try {
            return connection.read(buffer, answering::longestRequest);
        } catch (Connection.RequestTooLongException tooLong) {
            places.refuse(connection, tooLong.getMessage(), ExitCode.USAGE);
        } catch (IOException callerGone) {
            log.debug("A caller of the control socket left while it spoke", callerGone);
            places.end(connection);
        }
        return false;
    }

    private void handOver(List<Connection> whole) throws IOException {
        if (whole.isEmpty()) {
            return;
        }
        // A channel can wait again only once its cancelled key is gone from the selector.
        selector.selectNow();
        whole.forEach(this::handOver);
    }

    private void handOver(Connection connection) {
        try {
            connection.beginAnswer();
            answering.answer(connection, () -> places.end(connection));
        } catch (IOException callerGone) {
            log.debug("A caller of the control socket left before its answer", callerGone);
            places.end(connection);
        }
    }

    /** Receives nobody any more; answers under way are finished if their callers take them. */
    @Override
    public void close() {
        thread.interrupt();
        joinThread();
        answering.finish(STOP_PATIENCE);
        places.endAll();
        answering.abandon(STOP_PATIENCE);
    }

    private void joinThread() {
        try {
            thread.join(STOP_PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
