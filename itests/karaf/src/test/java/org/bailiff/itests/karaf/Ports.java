// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.karaf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.stream.IntStream;

/**
 * The ports on which a Karaf listens, all on loopback.
 *
 * @param registry where a JMX client begins
 * @param server where it goes on
 * @param shell for ssh
 */
record Ports(int registry, int server, int shell) {

    /** Ports that nobody uses. */
    static Ports free() {
        try (ServerSocket one = open();
                ServerSocket two = open();
                ServerSocket three = open()) {
            return new Ports(one.getLocalPort(), two.getLocalPort(), three.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ServerSocket open() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    /** Whether somebody listens on all of them. */
    boolean areOpen() {
        return IntStream.of(registry, server, shell).allMatch(Ports::isOpen);
    }

    private static boolean isOpen(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException nobody) {
            return false;
        }
    }
}
