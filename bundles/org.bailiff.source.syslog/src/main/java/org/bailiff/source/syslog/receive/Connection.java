// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.syslog.receive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One sender's connection. Nothing is ever said through it: syslog has no answer. */
final class Connection implements Ready {
    /** Small enough that what comes at once fits into the room that is left when the reception is not full. */
    private static final int CHUNK = 16 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    private final SocketChannel channel;
    private final StreamIntake intake;
    private final Frames frames;
    private final ByteBuffer buffer = ByteBuffer.allocate(CHUNK);

    Connection(SocketChannel channel, String sender, Punctuality punctuality, StreamIntake intake) {
        this.channel = channel;
        this.intake = intake;
        this.frames = new Frames(
                (bytes, from, to, cut) -> intake.reception().message(bytes, from, to, cut, sender, punctuality));
    }

    @Override
    public void ready(SelectionKey key) {
        if (intake.reception().isFull()) {
            key.interestOps(0);
            intake.holdBack(this);
            return;
        }
        buffer.clear();
        int count = read();
        if (count > 0) {
            frames.feed(buffer.array(), count);
            intake.heard(this);
        } else if (count < 0) {
            frames.end();
            close();
        }
    }

    /** The end of a connection, in whatever way, concerns nobody but its sender. */
    private int read() {
        try {
            return channel.read(buffer);
        } catch (IOException broken) {
            LOG.debug("a connection broke", broken);
            return -1;
        }
    }

    void goOn(Selector selector) {
        SelectionKey key = channel.keyFor(selector);
        if (key != null && key.isValid()) {
            key.interestOps(SelectionKey.OP_READ);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failed) {
            LOG.debug("closing a connection failed", failed);
        }
        intake.closed(this);
    }
}
