// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.socket;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.ToIntFunction;
import jdk.net.ExtendedSocketOptions;
import org.bailiff.api.command.ExitCode;
import org.bailiff.control.dispatch.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One caller. First the reception's thread reads the request, never waiting; then one thread of the pool answers.
 * Others may only ask how long the caller has been keeping it waiting, and close it.
 */
final class Connection {
    private static final Logger log = LoggerFactory.getLogger(Connection.class);

    private final SocketChannel channel;
    private final LongSupplier nanoTime;
    private final ByteArrayOutputStream request = new ByteArrayOutputStream();
    /** How many bytes the request may have, as far as is known. */
    private int limit = Request.LIMIT;
    /** Whether the request is still being read. */
    private volatile boolean reading = true;
    /** Whether it is now the caller's turn: to send its request, or to take a part of the answer. */
    private volatile boolean waiting = true;
    /** Since when it is the caller's turn; means something only while it is. */
    private volatile long waitingSince;

    Connection(SocketChannel channel, LongSupplier nanoTime) {
        this.channel = channel;
        this.nanoTime = nanoTime;
        this.waitingSince = nanoTime.getAsLong();
    }

    /**
     * Takes all that has arrived of the request.
     *
     * @param longest how many bytes its request may have; asked when it has more than {@link Request#LIMIT}
     * @return whether the request is whole
     * @throws RequestTooLongException if it is longer than allowed
     */
    boolean read(ByteBuffer buffer, ToIntFunction<Connection> longest) throws IOException {
        int count = channel.read(buffer.clear());
        while (count > 0) {
            request.write(buffer.array(), 0, count);
            if (request.size() > limit) {
                extendLimit(longest.applyAsInt(this));
            }
            count = channel.read(buffer.clear());
        }
        return count < 0;
    }

    private void extendLimit(int longest) throws RequestTooLongException {
        limit = longest;
        if (request.size() > limit) {
            throw new RequestTooLongException(limit);
        }
    }

    /** From here on an answering thread owns it, which may wait for the caller. The key of the channel is gone. */
    void beginAnswer() throws IOException {
        channel.configureBlocking(true);
        waiting = false;
        reading = false;
    }

    byte[] request() {
        return request.toByteArray();
    }

    /** The user at the other end, as the kernel knows it. */
    UserPrincipal user() throws IOException {
        return channel.getOption(ExtendedSocketOptions.SO_PEERCRED).user();
    }

    /** Writes all, waiting for the caller until somebody closes the connection. */
    void write(ByteBuffer bytes) throws IOException {
        waitingSince = nanoTime.getAsLong();
        waiting = true;
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } finally {
            waiting = false;
        }
    }

    boolean isReading() {
        return reading;
    }

    /** How long the caller has been keeping the daemon waiting; zero if it is the daemon's turn. */
    Duration waitingTime() {
        return waiting ? Duration.ofNanos(nanoTime.getAsLong() - waitingSince) : Duration.ZERO;
    }

    /** Ends a caller whose request is not run. What does not fit into the socket's buffer is dropped. */
    void refuse(String sentence, ExitCode exitCode) {
        byte[] answer = ("e" + sentence + "\nx" + exitCode.number() + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            channel.configureBlocking(false);
            dropRequest();
            channel.write(ByteBuffer.wrap(answer));
        } catch (IOException callerGone) {
            log.debug("A refused caller was gone already", callerGone);
        }
        close();
    }

    /** A socket that is closed with something unread tells the caller of that instead of the answer. */
    private void dropRequest() throws IOException {
        ByteBuffer unread = ByteBuffer.allocate(Request.LIMIT);
        int count = channel.read(unread);
        while (count > 0) {
            count = channel.read(unread);
        }
    }

    /** Closes it, which also ends a wait in {@link #write}. Any thread; closing twice is fine. */
    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            log.debug("A connection did not close cleanly", e);
        }
    }

    void register(Selector selector) throws IOException {
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, this);
    }

    /** A request is longer than its caller's may be; the message is a sentence for the caller. */
    static final class RequestTooLongException extends IOException {
        private static final long serialVersionUID = 1L;

        RequestTooLongException(int limit) {
            super("A request has at most " + limit + " bytes"
                    + (limit < Request.LIMIT_OF_ADMINISTRATORS
                            ? ", an administrator's " + Request.LIMIT_OF_ADMINISTRATORS + "."
                            : "."));
        }
    }
}
