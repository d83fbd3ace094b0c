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

    /** @param arguments the port; it listens in both families, until it is killed */
    public static void main(String[] arguments) throws IOException {
        try (ServerSocket listening = new ServerSocket(Integer.parseInt(arguments[0]))) {
            while (true) {
                System.out.println(serve(listening.accept()));
            }
        }
    }

    /** Serves one client and returns what there is to log, in sshd's words. */
    static String serve(Socket accepted) {
        String from =
                accepted.getInetAddress().getHostAddress().replaceFirst("%.*", "") + " port " + accepted.getPort();
        try (Socket client = accepted) {
            client.setSoTimeout((int) PATIENCE.toMillis());
            String password = new BufferedReader(
                            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            return password == null
                    ? "Connection closed by " + from
                    : "Failed password for root from " + from + " ssh2";
        } catch (IOException e) {
            // A client that went away, or that said nothing in time, fails alone.
            return "Connection reset by " + from;
        }
    }
}
