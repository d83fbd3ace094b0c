// SPDX-License-Identifier: Apache-2.0
package org.bailiff.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordServerTest {
    private static final long PATIENCE_SECONDS = 30;

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void aPasswordIsRefusedInSshdsWordsWithTheAddressOfTheFamilyThatWasUsed(String address) throws Exception {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getByName(address))) {
            CompletableFuture<String> logged = CompletableFuture.supplyAsync(() -> serve(listening));

            boolean knocked = Knocker.knock(address, Integer.toString(listening.getLocalPort()), "guess");

            assertThat(knocked).isTrue();
            assertThat(logged.get(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .matches("Failed password for root from (127\\.0\\.0\\.1|0:0:0:0:0:0:0:1) port \\d+ ssh2");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void aPortThatNobodyListensOnLetsNobodyIn(String address) throws Exception {
        int port;
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getByName(address))) {
            port = listening.getLocalPort();
        }

        assertThat(Knocker.knock(address, Integer.toString(port))).isFalse();
    }

    private static String serve(ServerSocket listening) {
        try {
            return PasswordServer.serve(listening.accept());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
