// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.ignore;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.bailiff.text.Address;

/** The routers behind which the host finds everybody else, as the kernel tells them in {@code /proc/net}. */
final class DefaultGateways implements RecentAddresses.Source {
    private static final Path ROUTES = Path.of("/proc/net/route");
    private static final Path ROUTES_IPV6 = Path.of("/proc/net/ipv6_route");
    /** A router of the Internet's core has a million routes: they are not read for a ban. */
    private static final int MOST_LINES = 20_000;

    private static final int IS_GATEWAY = 2;
    private static final String NOWHERE = "00000000";
    private static final String NOWHERE_IPV6 = "0".repeat(32);

    @Override
    public Map<Address, String> read() throws IOException {
        Map<Address, String> gateways = new HashMap<>();
        try (BufferedReader routes = Files.newBufferedReader(ROUTES, StandardCharsets.ISO_8859_1)) {
            routes.lines().limit(MOST_LINES).forEach(line -> ofIpv4(line, ByteOrder.nativeOrder())
                    .ifPresent(gateway -> gateways.put(gateway, "neverban: the gateway")));
        }
        // A kernel without IPv6 has no such file.
        if (Files.exists(ROUTES_IPV6)) {
            try (BufferedReader routes = Files.newBufferedReader(ROUTES_IPV6, StandardCharsets.ISO_8859_1)) {
                routes.lines().limit(MOST_LINES).forEach(line -> ofIpv6(line)
                        .ifPresent(gateway -> gateways.put(gateway, "neverban: the gateway")));
            }
        }
        return gateways;
    }

    /**
     * The gateway of a line of {@code /proc/net/route}, if that is a default route: interface, destination, gateway, flags,
     * three counts, mask, in hexadecimal.
     *
     * @param order of the kernel that wrote it: it prints addresses as numbers of its own
     */
    static Optional<Address> ofIpv4(String line, ByteOrder order) {
        String[] fields = line.strip().split("\\s+");
        boolean isDefault = fields.length > 7
                && fields[1].equals(NOWHERE)
                && fields[7].equals(NOWHERE)
                && isGateway(fields[3])
                && fields[2].matches("[0-9A-Fa-f]{8}");
        if (!isDefault) {
            return Optional.empty();
        }
        int number = Integer.parseUnsignedInt(fields[2], 16);
        return Optional.of(Address.ofBytes(
                ByteBuffer.allocate(4).order(order).putInt(number).array()));
    }

    /**
     * The gateway of a line of {@code /proc/net/ipv6_route}, if that is a default route: destination, its prefix length,
     * source, its prefix length, next hop, three counts, flags, interface, in hexadecimal.
     */
    static Optional<Address> ofIpv6(String line) {
        String[] fields = line.strip().split("\\s+");
        boolean isDefault = fields.length > 9
                && fields[0].equals(NOWHERE_IPV6)
                && fields[1].equals("00")
                && isGateway(fields[8])
                && fields[4].matches("[0-9A-Fa-f]{32}");
        return isDefault ? Optional.of(Address.ofBytes(HexFormat.of().parseHex(fields[4]))) : Optional.empty();
    }

    private static boolean isGateway(String flags) {
        return flags.matches("[0-9A-Fa-f]{1,8}") && (Integer.parseUnsignedInt(flags, 16) & IS_GATEWAY) != 0;
    }
}
