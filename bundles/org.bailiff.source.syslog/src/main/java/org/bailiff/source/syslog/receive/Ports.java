// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.syslog.receive;

import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ProtocolFamily;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.time.InstantSource;

/** Opens ports of this host. */
public final class Ports {
    private final InstantSource clock;
    private final Selector selector;

    /** @param selector whose keys tell a {@link Ready} */
    public Ports(InstantSource clock, Selector selector) {
        this.clock = clock;
        this.selector = selector;
    }

    /**
     * Listens for datagrams.
     *
     * @throws CannotListenException it is tried again after a pause
     */
    public Intake udp(InetSocketAddress address, Reception reception) throws CannotListenException {
        return listening(address, () -> {
            DatagramChannel channel = DatagramChannel.open(family(address));
            bind(channel, () -> channel.bind(address));
            return new DatagramIntake(channel, reception, selector);
        });
    }

    /**
     * Listens for connections.
     *
     * @throws CannotListenException it is tried again after a pause
     */
    public Intake tcp(InetSocketAddress address, Reception reception) throws CannotListenException {
        return listening(address, () -> {
            ServerSocketChannel channel = ServerSocketChannel.open(family(address));
            bind(channel, () -> channel.bind(address));
            return new StreamIntake(channel, reception, clock, selector, () -> {});
        });
    }

    /** Without it, an address of IPv4 would be one of IPv6 to the kernel. */
    private static ProtocolFamily family(InetSocketAddress address) {
        return address.getAddress().getAddress().length == 4
                ? StandardProtocolFamily.INET
                : StandardProtocolFamily.INET6;
    }

    private static void bind(Closeable channel, Attempt<?> attempt) throws IOException {
        try {
            attempt.run();
        } catch (IOException failed) {
            channel.close();
            throw failed;
        }
    }

    private static Intake listening(InetSocketAddress address, Attempt<Intake> attempt) throws CannotListenException {
        try {
            return attempt.run();
        } catch (BindException refused) {
            throw new CannotListenException(isHere(address) ? taken(address) : foreign(address), refused);
        } catch (IOException failed) {
            throw new CannotListenException("cannot listen at " + text(address) + ": " + failed.getMessage(), failed);
        }
    }

    private static boolean isHere(InetSocketAddress address) {
        InetAddress host = address.getAddress();
        try {
            return host.isAnyLocalAddress() || NetworkInterface.getByInetAddress(host) != null;
        } catch (IOException unknown) {
            // The rarer of the two reasons.
            return true;
        }
    }

    private static String taken(InetSocketAddress address) {
        return text(address)
                + " is taken by another program, or by another jail's logpath with other options; 'ss -lunpt sport = :"
                + address.getPort() + "' says by which";
    }

    private static String foreign(InetSocketAddress address) {
        return "this host has no address " + SenderName.of(address.getAddress()) + "; 'ip address' tells which it has";
    }

    private static String text(SocketAddress address) {
        return address.toString().replaceFirst("^.*/", "");
    }

    /** Something that a socket may refuse. */
    @FunctionalInterface
    private interface Attempt<T> {
        T run() throws IOException;
    }
}
