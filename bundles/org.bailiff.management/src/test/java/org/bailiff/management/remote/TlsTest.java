// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Handshakes as clients have them; what RMI does over them the tests of the whole try with a client of its own process. */
class TlsTest {
    private static final String[] TLS = {
        "tls.keystore", "server.p12",
        "tls.keystore.password", "password",
        "tls.truststore", "client-trust.p12",
        "tls.truststore.password", "password",
        "tls.clients", "need"
    };

    @TempDir
    private static Path folder;

    @BeforeAll
    static void makeKeys() throws Exception {
        Keys.make(folder, "server");
        Keys.make(folder, "client");
        Keys.make(folder, "stranger");
    }

    @Test
    void aClientWithACertificateGetsThroughAndOthersDoNot() throws Exception {
        try (Door door = new Door(folder, TLS)) {
            assertThat(greeting(door, client("client"))).isEqualTo('N');
            assertThatThrownBy(() -> greeting(door, client("stranger"))).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> greeting(door, client(null))).isInstanceOf(IOException.class);
            // Without TLS there is nothing that a client understands.
            assertThatThrownBy(() -> door.connect("ada")).isInstanceOf(IOException.class);
        }
    }

    @Test
    void nothingOlderThanTls12IsSpoken() throws Exception {
        try (Door door = new Door(folder, TLS);
                SSLSocket socket = socket(door, client("client"))) {
            socket.setEnabledProtocols(new String[] {"TLSv1.1"});

            assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLHandshakeException.class);
        }
    }

    @Test
    void aKeystoreThatCannotBeUsedIsNamed() throws Exception {
        Path wrong = Files.writeString(folder.resolve("wrong"), "not it\n");
        Accounts.mode(wrong, "rw-------");

        assertTrouble("is the password in " + wrong, "tls.keystore", "server.p12", "tls.keystore.password", "wrong");
        assertTrouble("the file is not there", "tls.keystore", "missing.p12", "tls.keystore.password", "password");
        assertTrouble("the file is not there", "tls.keystore", "server.p12", "tls.keystore.password", "missing");
        assertTrouble("has the mode", "tls.keystore", "server-trust.p12", "tls.keystore.password", "password");
        Files.copy(folder.resolve("server-trust.p12"), folder.resolve("no-key.p12"));
        Accounts.mode(folder.resolve("no-key.p12"), "rw-------");
        assertTrouble("without a private key", "tls.keystore", "no-key.p12", "tls.keystore.password", "password");
    }

    private static void assertTrouble(String reason, String... settings) {
        assertThatThrownBy(() -> new Door(folder, settings))
                .isInstanceOf(RemoteTrouble.class)
                .hasMessageContaining(reason);
    }

    /** What RMI answers to its greeting: an N for a protocol that it knows. */
    private static int greeting(Door door, SSLContext context) throws Exception {
        try (SSLSocket socket = socket(door, context)) {
            socket.getOutputStream().write(new byte[] {'J', 'R', 'M', 'I', 0, 2, 0x4b});
            return socket.getInputStream().read();
        }
    }

    private static SSLSocket socket(Door door, SSLContext context) throws Exception {
        return (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", door.port);
    }

    /** A client that knows the server's certificate, and has a key of its own or none. */
    private static SSLContext client(String key) throws Exception {
        char[] password = Keys.PASSWORD.toCharArray();
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(KeyStore.getInstance(folder.resolve("server-trust.p12").toFile(), password));
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        if (key != null) {
            keys.init(KeyStore.getInstance(folder.resolve(key + ".p12").toFile(), password), password);
        }
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(key == null ? null : keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
