// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.bailiff.launcher.CommandLine;
import org.bailiff.launcher.LaunchException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientTest {
    @TempDir
    private Path data;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void sendsTheFolderTheVerbAndTheArgumentsAndPrintsTheAnswer() throws Exception {
        try (ServerSocketChannel server = server()) {
            CompletableFuture<String> request =
                    CompletableFuture.supplyAsync(() -> answer(server, "obanned – done\nx0\n"));

            int exitCode = client().ask(CommandLine.parse("ban", "sshd", "", "ü"));

            assertThat(request.get(30, TimeUnit.SECONDS))
                    .isEqualTo(System.getProperty("user.dir") + "\0ban\0sshd\0\0ü\0");
            assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("banned – done\n");
            assertThat(exitCode).isZero();
        }
    }

    @Test
    void withoutASocketBailiffIsNotRunning() {
        assertThatThrownBy(() -> client().ask(CommandLine.parse("ping")))
                .isInstanceOfSatisfying(
                        LaunchException.class, e -> assertThat(e.exitStatus()).isEqualTo(3))
                .hasMessageContaining("not running")
                .hasMessageContaining(data.resolve("control").toString());
    }

    @Test
    void aSocketThatNobodyAnswersAnyMoreMeansTheSame() throws IOException {
        server().close();

        assertThatThrownBy(() -> client().ask(CommandLine.parse("ping")))
                .isInstanceOfSatisfying(
                        LaunchException.class, e -> assertThat(e.exitStatus()).isEqualTo(3))
                .hasMessageContaining("nobody answers");
    }

    @Test
    void aRequestThatTheDaemonWouldNotReadIsNotSent() {
        assertThatThrownBy(() -> client().ask(CommandLine.parse("ban", "x".repeat(1024 * 1024))))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("1 MB");
    }

    private Client client() {
        return new Client(
                new SocketFinder(data, Map.of()),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                false);
    }

    private ServerSocketChannel server() throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(data.resolve("control")));
        return server;
    }

    private static String answer(ServerSocketChannel server, String answer) {
        try (SocketChannel channel = server.accept()) {
            byte[] request = Channels.newInputStream(channel).readAllBytes();
            channel.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.UTF_8)));
            return new String(request, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
