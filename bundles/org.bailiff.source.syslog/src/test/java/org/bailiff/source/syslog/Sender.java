// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.syslog;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** A program that sends syslog through a real socket. */
final class Sender implements AutoCloseable {
    private final ByteChannel channel;
    private ByteBuffer rest = ByteBuffer.allocate(0);

    private Sender(ByteChannel channel) {
        this.channel = channel;
    }

    static InetSocketAddress local(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    static Sender udp(int port) throws IOException {
        return new Sender(DatagramChannel.open().connect(local(port)));
    }

    static Sender tcp(int port) throws IOException {
        return new Sender(SocketChannel.open(local(port)));
    }

    static Sender unix(Path path) throws IOException {
        return new Sender(SocketChannel.open(UnixDomainSocketAddress.of(path)));
    }

    void send(String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Has {@link #offer} not wait for the other side. */
    Sender withoutWaiting() throws IOException {
        ((SocketChannel) channel).configureBlocking(false);
        return this;
    }

    /** Sends all of it; false if nothing more was taken for a second, and then the rest is left to be finished. */
    boolean offer(String text) throws IOException {
        rest = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        long end = System.nanoTime() + Duration.ofSeconds(1).toNanos();
        while (rest.hasRemaining() && System.nanoTime() < end) {
            channel.write(rest);
        }
        return !rest.hasRemaining();
    }

    /** Sends the rest of what was offered last. */
    void finish() throws IOException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (rest.hasRemaining() && System.nanoTime() < end) {
            channel.write(rest);
        }
    }

    /** Whether the other side closes the connection soon. */
    boolean isTurnedAway() throws IOException {
        ((SocketChannel) channel).configureBlocking(false);
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        try {
            while (System.nanoTime() < end) {
                if (channel.read(ByteBuffer.allocate(1)) < 0) {
                    return true;
                }
            }
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
