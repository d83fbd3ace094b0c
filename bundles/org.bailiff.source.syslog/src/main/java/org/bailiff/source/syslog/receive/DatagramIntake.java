// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.syslog.receive;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Receives datagrams, each of which is a message. Nobody can be held back: what is not read in time, the kernel drops. */
final class DatagramIntake implements Intake, Ready {
    /** What the kernel is asked to keep until we look; it gives as much as {@code net.core.rmem_max} allows. */
    private static final int BUFFER_WANTED = 8 << 20;

    private static final int LARGEST = 1 << 16;
    /** So many are read before others have their turn. */
    private static final int TURN = 1024;

    private static final Logger LOG = LoggerFactory.getLogger(DatagramIntake.class);

    private final DatagramChannel channel;
    private final Reception reception;
    private final ByteBuffer buffer = ByteBuffer.allocate(LARGEST);
    private final Punctuality punctuality = Punctuality.ofNews();
    private InetSocketAddress lastSender;
    private String lastName = "";

    /** Takes over a channel that is bound; it is closed if this fails. */
    DatagramIntake(DatagramChannel channel, Reception reception, Selector selector) throws IOException {
        this.channel = channel;
        this.reception = reception;
        try {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER_WANTED);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, this);
        } catch (IOException failed) {
            channel.close();
            throw failed;
        }
    }

    @Override
    public void ready(SelectionKey key) throws IOException {
        for (int count = 0; count < TURN; count++) {
            buffer.clear();
            InetSocketAddress sender = (InetSocketAddress) channel.receive(buffer);
            if (sender == null) {
                return;
            }
            if (buffer.position() > 0 && reception.admits(sender.getAddress())) {
                reception.message(buffer.array(), 0, buffer.position(), false, name(sender), punctuality);
            }
        }
    }

    /** Most datagrams come from the sender before, and its name costs as much as the rest. */
    private String name(InetSocketAddress sender) {
        if (!sender.equals(lastSender)) {
            lastSender = sender;
            lastName = SenderName.of(sender.getAddress());
        }
        return lastName;
    }

    @Override
    public void goOn() {
        // Datagrams are never held back.
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failed) {
            LOG.debug("closing a socket failed", failed);
        }
    }
}
