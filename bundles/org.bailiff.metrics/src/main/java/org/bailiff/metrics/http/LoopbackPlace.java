// SPDX-License-Identifier: Apache-2.0
package org.bailiff.metrics.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bailiff.text.Address;

/**
 * A port that only this host reaches.
 *
 * @param address a loopback address
 * @param port 0: any that is free
 */
record LoopbackPlace(Address address, int port) implements ListenPlace {
    private static final Pattern FORM = Pattern.compile("(?:\\[([^\\]]+)\\]|([^:\\[\\]]+)):(\\d{1,5})");
    private static final int LAST_PORT = 65_535;
    private static final int BACKLOG = 16;

    LoopbackPlace {
        if (!address.isLoopback()) {
            throw new IllegalArgumentException("is on " + address
                    + ", which other hosts may reach, and metrics are told without a password; use 127.0.0.1 or [::1],"
                    + " with a proxy before it that asks for one");
        }
    }

    /** Empty if the text is no address with a port. */
    static Optional<ListenPlace> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        int port = Integer.parseInt(form.group(3));
        if (port < 1 || port > LAST_PORT) {
            return Optional.empty();
        }
        return Address.tryParse(form.group(1) == null ? form.group(2) : form.group(1))
                .map(address -> new LoopbackPlace(address, port));
    }

    @Override
    public ServerSocketChannel open() throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            return channel.bind(new InetSocketAddress(address.toInetAddress(), port), BACKLOG);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public void remove() {
        // A port is free as soon as its channel is closed.
    }

    @Override
    public String toString() {
        return (address.isIpv6() ? "[" + address + "]" : address) + ":" + port;
    }
}
