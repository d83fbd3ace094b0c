// SPDX-License-Identifier: Apache-2.0
package org.bailiff.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Run on the server's machine: takes one password a connection, refuses it, and says so on its output. */
final class PasswordServer {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private PasswordServer() {}

    /** @param arguments the port; it listens in both families */
    public static void main(String[] arguments) throws IOException {
        try (ServerSocket listening = new ServerSocket(Integer.parseInt(arguments[0]))) {
            while (true) {
                serve(listening);
            }
        }
    }

    private static void serve(ServerSocket listening) throws IOException {
        try (Socket client = listening.accept()) {
            client.setSoTimeout((int) PATIENCE.toMillis());
            String password = new BufferedReader(
                            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            if (password != null) {
                System.out.println("Failed password for root from "
                        + withoutScope(client.getInetAddress().getHostAddress()) + " port " + client.getPort()
                        + " ssh2");
            }
        } catch (IOException e) {
            // A client that went away, or that said nothing in time, fails alone.
            System.out.println("Connection lost: " + e.getMessage());
        }
    }

    private static String withoutScope(String address) {
        return address.contains("%") ? address.substring(0, address.indexOf('%')) : address;
    }
}
