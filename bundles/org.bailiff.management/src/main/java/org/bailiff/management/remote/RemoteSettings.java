// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import org.bailiff.api.config.Setting;
import org.bailiff.text.Address;

/**
 * Remote JMX as it is wished: where it listens, who may log in, and what protects the way.
 *
 * @param listen one address, and a port
 * @param place the setting that names them
 * @param users the file of users
 * @param usersPlace the setting that names it, or that of the address
 * @param tls empty if the way is not encrypted, which only a loopback address may be
 */
record RemoteSettings(
        InetSocketAddress listen, Setting place, Path users, Setting usersPlace, Optional<TlsSettings> tls) {
    private static final String EXAMPLE = "e.g. 127.0.0.1:7091 or [::1]:7091";
    static final String DEFAULT_USERS = "jmx.users";
    private static final int HIGHEST_PORT = 65535;

    /**
     * Reads them.
     *
     * @return empty if nothing is to be opened, which is the default
     */
    static Optional<RemoteSettings> of(RemoteKeys keys) throws RemoteTrouble {
        Optional<Setting> listen = keys.find(RemoteKeys.LISTEN);
        return listen.isEmpty() ? Optional.empty() : Optional.of(of(keys, listen.get()));
    }

    private static RemoteSettings of(RemoteKeys keys, Setting place) throws RemoteTrouble {
        InetSocketAddress listen = socketAddress(place);
        Optional<TlsSettings> tls = TlsSettings.of(keys);
        if (tls.isEmpty() && !listen.getAddress().isLoopbackAddress()) {
            throw RemoteTrouble.of(
                    place,
                    "is '" + RemoteKeys.shown(place) + "', which others can reach, and there is no TLS: passwords would"
                            + " be sent in the clear; listen on 127.0.0.1 and come through 'ssh -L', or set "
                            + RemoteKeys.AREA + "." + RemoteKeys.KEYSTORE);
        }
        Setting users =
                keys.find(RemoteKeys.USERS).orElse(new Setting(RemoteKeys.USERS, DEFAULT_USERS, place.origin()));
        return new RemoteSettings(listen, place, keys.path(users), users, tls);
    }

    private static InetSocketAddress socketAddress(Setting place) throws RemoteTrouble {
        String text = place.value().strip();
        int colon = text.lastIndexOf(':');
        String host = text.substring(0, Math.max(0, colon));
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        Optional<Address> address = Address.tryParse(bracketed ? host.substring(1, host.length() - 1) : host);
        if (address.isEmpty() || address.get().isIpv6() != bracketed) {
            throw RemoteTrouble.of(
                    place, "is '" + RemoteKeys.shown(place) + "'; it is an address, no name, and a port, " + EXAMPLE);
        }
        if (address.get().isUnspecified()) {
            throw RemoteTrouble.of(
                    place,
                    "is '" + RemoteKeys.shown(place) + "', which is every address of this host; name one, " + EXAMPLE);
        }
        return new InetSocketAddress(address.get().toInetAddress(), port(place, text.substring(colon + 1)));
    }

    private static int port(Setting place, String text) throws RemoteTrouble {
        int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
        if (port < 1 || port > HIGHEST_PORT) {
            throw RemoteTrouble.of(
                    place, "is '" + RemoteKeys.shown(place) + "'; its port is a number from 1 to 65535, " + EXAMPLE);
        }
        return port;
    }
}
