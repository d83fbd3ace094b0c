// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.syslog;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bailiff.dialect.LogZone;
import org.bailiff.text.Address;
import org.bailiff.text.Network;
import org.bailiff.text.SafeText;

/**
 * Where to listen, as {@code logpath} says it: {@code udp://127.0.0.1:5514}, {@code tcp://[::1]:5514} or {@code
 * unix:/run/bailiff/log}, with options behind a question mark.
 *
 * @param place the socket
 * @param from who may send; empty for whoever reaches the socket
 * @param zone of times that name none; empty for the host's
 */
record SyslogAddress(Place place, List<Network> from, Optional<ZoneId> zone) {
    private static final String UDP = "udp://";
    private static final String TCP = "tcp://";
    private static final String UNIX = "unix:";
    private static final String FROM = "from";
    private static final String ZONE = "timezone";
    private static final String FORM =
            "; it is udp://127.0.0.1:5514, tcp://[::1]:5514 or unix:/run/bailiff/log, one a line";
    private static final int LOWEST_PORT = 1024;
    private static final int HIGHEST_PORT = 65535;
    /** What the kernel has room for. */
    private static final int LONGEST_PATH = 107;

    /** A socket of one of the three kinds. */
    sealed interface Place permits Udp, Tcp, Unix {}

    /** A port for datagrams. */
    record Udp(InetSocketAddress address) implements Place {
        @Override
        public String toString() {
            return UDP + text(address);
        }
    }

    /** A port for connections. */
    record Tcp(InetSocketAddress address) implements Place {
        @Override
        public String toString() {
            return TCP + text(address);
        }
    }

    /** A UNIX socket for connections. */
    record Unix(Path path) implements Place {
        @Override
        public String toString() {
            return UNIX + path;
        }
    }

    SyslogAddress {
        from = from.stream().sorted().distinct().toList();
    }

    /**
     * Reads a pattern, or a stream's name.
     *
     * @throws IllegalArgumentException if it is none; the message is a sentence with the mend
     */
    static SyslogAddress parse(String text) {
        String[] halves = text.split("\\?", 2);
        Place place = place(halves[0]);
        List<Network> from = new ArrayList<>();
        Optional<ZoneId> zone = Optional.empty();
        for (String option : halves.length < 2 ? new String[0] : halves[1].split("&")) {
            String[] pair = option.split("=", 2);
            if (pair.length == 2 && pair[0].equals(FROM) && !(place instanceof Unix)) {
                for (String network : pair[1].split(",")) {
                    from.add(Network.parse(network));
                }
            } else if (pair.length == 2 && pair[0].equals(ZONE)) {
                zone = Optional.of(LogZone.parse(pair[1]));
            } else {
                throw new IllegalArgumentException("'" + SafeText.of(option, 60)
                        + "' is no option of this address; there are timezone=Europe/Berlin and, of udp and tcp, "
                        + "from=192.0.2.0/24,2001:db8::/32, joined by &");
            }
        }
        requireSenders(place, from);
        return new SyslogAddress(place, from, zone);
    }

    private static Place place(String text) {
        if (text.startsWith(UDP)) {
            return new Udp(port(text, UDP));
        }
        if (text.startsWith(TCP)) {
            return new Tcp(port(text, TCP));
        }
        if (text.startsWith(UNIX)) {
            return new Unix(path(text));
        }
        throw new IllegalArgumentException("'" + SafeText.of(text, 80) + "' is no address to receive syslog at" + FORM);
    }

    private static Path path(String text) {
        String path = text.substring(UNIX.length()).replaceFirst("^//", "");
        if (!path.startsWith("/") || path.endsWith("/") || path.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(
                    "'" + SafeText.of(text, 80) + "' names no socket by an absolute path" + FORM);
        }
        if (path.getBytes(StandardCharsets.UTF_8).length > LONGEST_PATH) {
            throw new IllegalArgumentException("'" + SafeText.of(text, 160) + "' is too long for a socket; "
                    + LONGEST_PATH + " bytes are the most");
        }
        return Path.of(path).normalize();
    }

    private static InetSocketAddress port(String text, String scheme) {
        String address = text.substring(scheme.length());
        int colon = address.lastIndexOf(':');
        String host = colon < 0 ? "" : address.substring(0, colon);
        String port = address.substring(colon + 1);
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        Optional<Address> known = Address.tryParse(bracketed ? host.substring(1, host.length() - 1) : host);
        if (known.isEmpty() || known.get().isIpv6() != bracketed || !port.matches("\\d{1,5}")) {
            throw new IllegalArgumentException(
                    "'" + SafeText.of(text, 80) + "' is no address and port; names are not looked up" + FORM);
        }
        int number = Integer.parseInt(port);
        if (number < LOWEST_PORT || number > HIGHEST_PORT) {
            throw new IllegalArgumentException(
                    "port " + number + " is not one that the daemon may have: without any " + "privilege, it is "
                            + LOWEST_PORT + " to " + HIGHEST_PORT + ", e.g. 5514; let rsyslog forward there");
        }
        return new InetSocketAddress(known.get().toInetAddress(), number);
    }

    private static void requireSenders(Place place, List<Network> from) {
        Optional<InetSocketAddress> port = port(place);
        if (from.isEmpty()
                && port.isPresent()
                && !Address.of(port.get().getAddress()).isLoopback()) {
            throw new IllegalArgumentException("at " + place + " other hosts can be heard, and whoever can send there "
                    + "can have others banned; say which may, e.g. " + place + "?" + FROM
                    + "=192.0.2.0/24, or listen at a loopback address");
        }
    }

    private static Optional<InetSocketAddress> port(Place place) {
        if (place instanceof Udp udp) {
            return Optional.of(udp.address());
        }
        return place instanceof Tcp tcp ? Optional.of(tcp.address()) : Optional.empty();
    }

    private static String text(InetSocketAddress socket) {
        Address address = Address.of(socket.getAddress());
        return (address.isIpv6() ? "[" + address + "]" : address.toString()) + ":" + socket.getPort();
    }

    /** The stream's name: the same for texts that mean the same. */
    String stream() {
        List<String> options = new ArrayList<>();
        if (!from.isEmpty()) {
            options.add(FROM + "=" + from.stream().map(Network::toString).collect(Collectors.joining(",")));
        }
        zone.ifPresent(known -> options.add(ZONE + "=" + known));
        return place + (options.isEmpty() ? "" : "?" + String.join("&", options));
    }

    /** Whether this sender may say anything. */
    boolean admits(Address sender) {
        return from.isEmpty() || from.stream().anyMatch(network -> network.contains(sender));
    }

    /** What is doubtful in it although it can be listened at. */
    List<String> doubts() {
        if (place instanceof Unix) {
            return List.of();
        }
        if (from.isEmpty()) {
            return List.of(
                    "anybody on this host can send to " + place + ", and so have others banned; where not all of "
                            + "its users are trusted, listen at unix:PATH, which only the daemon's group can write to");
        }
        return place instanceof Udp
                ? List.of(
                        "the sender of a datagram can be forged: whoever gets a packet to " + place
                                + " can have others banned; keep strangers from that port by a rule of the firewall, or use tcp")
                : List.of();
    }
}
