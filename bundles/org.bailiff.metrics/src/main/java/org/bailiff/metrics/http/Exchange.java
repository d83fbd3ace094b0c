// SPDX-License-Identifier: Apache-2.0
package org.bailiff.metrics.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One caller: the request is read, the response written, and what the caller still sends thrown away until it hangs up, so
 * that the response is not lost to a reset. Never waits. Used by one thread.
 */
final class Exchange {
    /** How long all of it may take. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

    private final SocketChannel channel;
    private final SelectionKey key;
    private final long began;
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private ByteBuffer[] response;

    /**
     * @param key of the channel, interested in reading
     * @param began by a clock as {@link System#nanoTime}
     */
    Exchange(SocketChannel channel, SelectionKey key, long began) {
        this.channel = channel;
        this.key = key;
        this.began = began;
    }

    Duration age(long now) {
        return Duration.ofNanos(now - began);
    }

    /** Goes on as far as it can without waiting; whatever goes wrong ends it. */
    void proceed(Site site, ByteBuffer buffer) {
        try {
            if (response == null) {
                read(site, buffer);
            } else if (remains()) {
                write();
            } else if (channel.read(buffer.clear()) < 0) {
                close();
            }
        } catch (IOException callerGone) {
            LOG.debug("A scraper left before its answer", callerGone);
            close();
        }
    }

    private void read(Site site, ByteBuffer buffer) throws IOException {
        int count = channel.read(buffer.clear());
        if (count < 0) {
            close();
            return;
        }
        head.write(buffer.array(), 0, count);
        String received = head.toString(StandardCharsets.ISO_8859_1);
        if (Request.isWhole(received)) {
            respond(site.answer(received));
        } else if (head.size() > Request.LONGEST_HEAD) {
            respond(Response.refusal(
                    "431 Request Header Fields Too Large",
                    "A request has at most " + Request.LONGEST_HEAD + " bytes."));
        }
    }

    /** Begins to write what the caller gets. */
    void respond(Response answer) throws IOException {
        response = answer.bytes();
        write();
    }

    private void write() throws IOException {
        channel.write(response);
        if (remains()) {
            key.interestOps(SelectionKey.OP_WRITE);
        } else {
            channel.shutdownOutput();
            key.interestOps(SelectionKey.OP_READ);
        }
    }

    /** Whether the caller has all of it and only does not hang up. */
    boolean isAnswered() {
        return response != null && !remains();
    }

    private boolean remains() {
        return response[response.length - 1].hasRemaining() || response[0].hasRemaining();
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("A connection of a scraper did not close cleanly", e);
        }
    }
}
