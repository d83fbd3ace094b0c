// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bailiff.api.config.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RemoteSettingsTest {
    private static final Path ETC = Path.of("/etc/bailiff");

    static Map<String, Setting> settings(String... pairs) {
        Map<String, Setting> settings = new HashMap<>();
        for (int index = 0; index < pairs.length; index += 2) {
            String origin = ETC.resolve("bailiff.conf") + ":" + (index / 2 + 3);
            settings.put(pairs[index], new Setting(pairs[index], pairs[index + 1], origin));
        }
        return settings;
    }

    private static Optional<RemoteSettings> read(String... pairs) throws RemoteTrouble {
        return RemoteSettings.of(new RemoteKeys(settings(pairs), ETC));
    }

    @Test
    void nothingIsOpenedByDefault() throws RemoteTrouble {
        assertThat(read()).isEmpty();
        assertThat(read("listen", " ", "users", "x")).isEmpty();
    }

    @Test
    void aLoopbackAddressNeedsNoTls() throws RemoteTrouble {
        RemoteSettings four = read("listen", "127.0.0.1:7091").orElseThrow();
        RemoteSettings six = read("listen", "[::1]:7091", "users", "/srv/users").orElseThrow();

        assertThat(four.listen()).isEqualTo(new InetSocketAddress("127.0.0.1", 7091));
        assertThat(four.users()).isEqualTo(ETC.resolve("jmx.users"));
        assertThat(six.listen()).isEqualTo(new InetSocketAddress("::1", 7091));
        assertThat(six.users()).isEqualTo(Path.of("/srv/users"));
    }

    @Test
    void anAddressThatOthersReachTakesTls() throws RemoteTrouble {
        RemoteSettings settings = read(
                        "listen", "192.0.2.1:7091",
                        "tls.keystore", "jmx.p12",
                        "tls.keystore.password", "jmx.password",
                        "tls.truststore", "clients.p12",
                        "tls.truststore.password", "clients.password",
                        "tls.clients", "Need")
                .orElseThrow();

        assertThat(settings.tls().orElseThrow().clients()).isEqualTo(TlsSettings.Clients.NEED);
        assertThat(settings.tls().orElseThrow().key().file()).isEqualTo(ETC.resolve("jmx.p12"));
    }

    static Stream<List<String>> wrong() {
        return Stream.of(
                List.of("which others can reach, and there is no TLS", "listen", "192.0.2.1:7091"),
                List.of("which is every address of this host", "listen", "0.0.0.0:7091"),
                List.of("which is every address of this host", "listen", "[::]:7091"),
                List.of("it is an address, no name, and a port", "listen", "localhost:7091"),
                List.of("it is an address, no name, and a port", "listen", "7091"),
                List.of("it is an address, no name, and a port", "listen", "::1:7091"),
                List.of("its port is a number from 1 to 65535", "listen", "127.0.0.1:0"),
                List.of("its port is a number from 1 to 65535", "listen", "127.0.0.1:65536"),
                List.of("its port is a number from 1 to 65535", "listen", "127.0.0.1:x"),
                List.of("is no key of remote JMX", "port", "7091"),
                List.of("needs jmx.tls.keystore.password", "tls.keystore", "k", "listen", "127.0.0.1:1"),
                List.of("has no effect without jmx.tls.keystore", "tls.clients", "need", "listen", "127.0.0.1:1"),
                List.of(
                        "it can be no, want or need",
                        "tls.clients",
                        "yes",
                        "listen",
                        "127.0.0.1:1",
                        "tls.keystore",
                        "k",
                        "tls.keystore.password",
                        "p"),
                List.of(
                        "there is no jmx.tls.truststore",
                        "tls.clients",
                        "want",
                        "listen",
                        "127.0.0.1:1",
                        "tls.keystore",
                        "k",
                        "tls.keystore.password",
                        "p"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatIsWrongIsSaidWithFileAndLine(List<String> complaintAndPairs) {
        String[] pairs = complaintAndPairs.stream().skip(1).toArray(String[]::new);

        assertThatThrownBy(() -> read(pairs))
                .isInstanceOf(RemoteTrouble.class)
                .hasMessageStartingWith("/etc/bailiff/bailiff.conf:3: error: 'jmx." + pairs[0] + "' ")
                .hasMessageContaining(complaintAndPairs.get(0));
    }
}
