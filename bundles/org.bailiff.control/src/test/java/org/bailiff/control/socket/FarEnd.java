// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.socket;

import java.io.IOException;
import java.io.InputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The far end of a connection, well-behaved or not. */
final class FarEnd implements AutoCloseable {
    private final SocketChannel channel;

    private FarEnd(SocketChannel channel) {
        this.channel = channel;
    }

    static FarEnd connect(Path socket) throws IOException {
        return new FarEnd(SocketChannel.open(UnixDomainSocketAddress.of(socket)));
    }

    /** Asks as the client does, and returns the answer's lines. */
    static List<String> ask(Path socket, String... parts) throws IOException {
        try (FarEnd caller = connect(socket)) {
            caller.send(String.join("\0", parts) + "\0");
            caller.endRequest();
            return caller.answer();
        }
    }

    void send(String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    void endRequest() throws IOException {
        channel.shutdownOutput();
    }

    /** Waits for the whole answer. */
    List<String> answer() throws IOException {
        InputStream in = Channels.newInputStream(channel);
        return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
