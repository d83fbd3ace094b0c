// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SocketFileTest {

    @TempDir
    Path data;

    @Test
    void theSocketIsForUserAndGroupAlone() throws IOException {
        try (SocketFile file = SocketFile.open(data.resolve("control"), data)) {
            assertThat(modeOf("control")).isEqualTo("rw-rw----");
            assertThat(file.owner()).isEqualTo(Files.getOwner(data));
        }
    }

    @Test
    void aSocketInItsUsualPlaceNeedsNoPointerAndAnOldOneGoes() throws IOException {
        Files.writeString(data.resolve("control.path"), "/elsewhere/control");

        try (SocketFile file = SocketFile.open(data.resolve("control"), data)) {
            assertThat(file.channel().isOpen()).isTrue();
            assertThat(data.resolve("control.path")).doesNotExist();
        }
    }

    @Test
    void aSocketElsewhereIsPointedTo(@TempDir Path elsewhere) throws IOException {
        Path socket = elsewhere.resolve("control");

        try (SocketFile file = SocketFile.open(socket, data)) {
            assertThat(file.channel().isOpen()).isTrue();
            assertThat(data.resolve("control.path")).hasContent(socket.toString());
            assertThat(modeOf("control.path")).isEqualTo("rw-r-----");
        }
        assertThat(data).isEmptyDirectory();
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void aSocketWhosePointerCannotBeWrittenIsOpenAllTheSame(@TempDir Path elsewhere) throws IOException {
        Path socket = elsewhere.resolve("control");

        try (SocketFile file = SocketFile.open(socket, data.resolve("absent"));
                SocketChannel caller = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            assertThat(caller.isConnected()).isTrue();
            assertThat(file.channel().isOpen()).isTrue();
        }
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void theSocketOfADeadDaemonIsReplaced() throws IOException {
        Path socket = data.resolve("control");
        ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                .bind(UnixDomainSocketAddress.of(socket))
                .close();

        try (SocketFile file = SocketFile.open(socket, data);
                SocketChannel caller = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            assertThat(caller.isConnected()).isTrue();
            assertThat(file.channel().isOpen()).isTrue();
        }
    }

    @Test
    void theSocketOfALivingDaemonStays() throws IOException {
        Path socket = data.resolve("control");

        try (SocketFile living = SocketFile.open(socket, data)) {
            assertThatThrownBy(() -> SocketFile.open(socket, data))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("Another daemon answers on the control socket " + socket);
            assertThat(socket).exists();
            assertThat(living.channel().isOpen()).isTrue();
        }
    }

    @Test
    void aFileThatIsNoSocketStays() throws IOException {
        Path file = Files.writeString(data.resolve("control"), "precious");

        assertThatThrownBy(() -> SocketFile.open(file, data))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is no socket; move it away");
        assertThat(file).hasContent("precious");
    }

    @Test
    void aPathThatIsTooLongIsASentence() {
        Path socket = data.resolve("x".repeat(110));

        assertThatThrownBy(() -> SocketFile.open(socket, data))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("at most 107 are possible");
    }

    @Test
    void aMissingDirectoryIsASentence() {
        Path socket = data.resolve("missing/control");

        assertThatThrownBy(() -> SocketFile.open(socket, data))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("The control socket " + socket + " cannot be opened");
    }

    private String modeOf(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(name)));
    }
}
