// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.bailiff.api.config.Setting;

/**
 * What encrypts the way.
 *
 * @param key our key and certificate
 * @param trust whose certificates clients may show; empty if none is asked for
 * @param clients whether clients show a certificate, beside their password
 */
record TlsSettings(Store key, Optional<Store> trust, Clients clients) {

    /** Whether clients show a certificate. */
    enum Clients {
        NO,
        WANT,
        NEED
    }

    /**
     * A file of keys or certificates.
     *
     * @param place the setting that names it
     * @param file the file
     * @param passwordFile holds its password, on the first line
     */
    record Store(Setting place, Path file, Path passwordFile) {}

    /** Empty if there is to be no TLS. */
    static Optional<TlsSettings> of(RemoteKeys keys) throws RemoteTrouble {
        Optional<Setting> keystore = keys.find(RemoteKeys.KEYSTORE);
        if (keystore.isEmpty()) {
            refuseWithoutKeystore(keys);
            return Optional.empty();
        }
        Store key = store(keys, keystore.get(), RemoteKeys.KEYSTORE_PASSWORD);
        Optional<Setting> truststore = keys.find(RemoteKeys.TRUSTSTORE);
        Optional<Store> trust = truststore.isEmpty()
                ? Optional.empty()
                : Optional.of(store(keys, truststore.get(), RemoteKeys.TRUSTSTORE_PASSWORD));
        Clients clients = clients(keys, keystore.get());
        if (clients != Clients.NO && trust.isEmpty()) {
            throw RemoteTrouble.of(
                    keys.named(RemoteKeys.CLIENTS, keystore.get()),
                    "asks clients for a certificate, and there is no " + RemoteKeys.AREA + "." + RemoteKeys.TRUSTSTORE
                            + " that says whose; set it to a file with the certificates that are let in");
        }
        return Optional.of(new TlsSettings(key, trust, clients));
    }

    /** Half of a protection is no protection, and must not look like one. */
    private static void refuseWithoutKeystore(RemoteKeys keys) throws RemoteTrouble {
        for (String key : new String[] {
            RemoteKeys.KEYSTORE_PASSWORD, RemoteKeys.TRUSTSTORE, RemoteKeys.TRUSTSTORE_PASSWORD, RemoteKeys.CLIENTS
        }) {
            Optional<Setting> setting = keys.find(key);
            if (setting.isPresent() && !keys.word(key, "").equals("no")) {
                throw RemoteTrouble.of(
                        setting.get(),
                        "has no effect without " + RemoteKeys.AREA + "." + RemoteKeys.KEYSTORE
                                + "; set that too, or remove this");
            }
        }
    }

    private static Store store(RemoteKeys keys, Setting place, String passwordKey) throws RemoteTrouble {
        Setting password = keys.find(passwordKey)
                .orElseThrow(() -> RemoteTrouble.of(
                        place, "needs " + RemoteKeys.AREA + "." + passwordKey + ", a file that holds its password"));
        return new Store(place, keys.path(place), keys.path(password));
    }

    private static Clients clients(RemoteKeys keys, Setting keystore) throws RemoteTrouble {
        String word = keys.word(RemoteKeys.CLIENTS, "no");
        return Arrays.stream(Clients.values())
                .filter(clients -> clients.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> {
                    Setting place = keys.named(RemoteKeys.CLIENTS, keystore);
                    return RemoteTrouble.of(place, "is '" + RemoteKeys.shown(place) + "'; it can be no, want or need");
                });
    }
}
