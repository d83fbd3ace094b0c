// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab.world;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Runs on the attacker's machine and tries to connect when told to. Reads lines {@code SOURCE TARGET PORT MILLIS},
 * answers each with {@code connected} or {@code failed REASON}, and ends with its input.
 */
final class ConnectAgent {
    private ConnectAgent() {}

    public static void main(String[] arguments) throws IOException {
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            System.out.println(connect(order.split(" ")));
        }
    }

    private static String connect(String[] order) {
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(order[0]), 0));
            socket.connect(
                    new InetSocketAddress(InetAddress.getByName(order[1]), Integer.parseInt(order[2])),
                    Integer.parseInt(order[3]));
            return "connected";
        } catch (IOException e) {
            return "failed " + e.getMessage();
        }
    }
}
