// SPDX-License-Identifier: Apache-2.0
package org.bailiff.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Run on the attacker's machine: ends with 0 if a TCP connection comes about in time, and with 1 if not. */
final class Knocker {
    private static final Duration PATIENCE = Duration.ofMillis(1500);

    private Knocker() {}

    /** @param arguments address, port, and optionally a password to send as one line */
    public static void main(String[] arguments) {
        System.exit(knock(arguments) ? 0 : 1);
    }

    static boolean knock(String... arguments) {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.getByName(arguments[0]), Integer.parseInt(arguments[1])),
                    (int) PATIENCE.toMillis());
            if (arguments.length > 2) {
                socket.getOutputStream().write((arguments[2] + "\n").getBytes(StandardCharsets.US_ASCII));
                socket.shutdownOutput();
                // Until the other side has read it and closes.
                socket.getInputStream().readAllBytes();
            }
            return true;
        } catch (IOException e) {
            // Refused, dropped, or cut off: all the same to somebody who knocks.
            return false;
        }
    }
}
