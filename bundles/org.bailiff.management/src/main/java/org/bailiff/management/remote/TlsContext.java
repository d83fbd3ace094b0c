// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** Encrypts connections, and asks clients for a certificate if that is wished. Thread-safe. */
final class TlsContext {
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    private final SSLContext context;
    private final TlsSettings.Clients clients;

    private TlsContext(SSLContext context, TlsSettings.Clients clients) {
        this.context = context;
        this.clients = clients;
    }

    /** Loads keys and certificates. */
    static TlsContext of(TlsSettings settings) throws RemoteTrouble {
        SecretFile.check(settings.key().file());
        try {
            char[] password = password(settings.key());
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(loadKey(settings.key(), password), password);
            TrustManagerFactory trust = null;
            if (settings.trust().isPresent()) {
                trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
                trust.init(
                        load(settings.trust().get(), password(settings.trust().get())));
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust == null ? null : trust.getTrustManagers(), null);
            return new TlsContext(context, settings.clients());
        } catch (GeneralSecurityException e) {
            throw RemoteTrouble.of(
                    settings.key().place(),
                    "names a file whose key cannot be used (" + e.getMessage()
                            + "); its key must have the password of the file",
                    e);
        }
    }

    private static KeyStore loadKey(TlsSettings.Store store, char[] password)
            throws RemoteTrouble, GeneralSecurityException {
        KeyStore keys = load(store, password);
        for (String alias : Collections.list(keys.aliases())) {
            if (keys.isKeyEntry(alias)) {
                return keys;
            }
        }
        throw RemoteTrouble.of(store.place(), "names a file without a private key; see 'keytool -genkeypair'");
    }

    private static KeyStore load(TlsSettings.Store store, char[] password) throws RemoteTrouble {
        Path file = store.file();
        try {
            return KeyStore.getInstance(file.toFile(), password);
        } catch (FileNotFoundException | NoSuchFileException | IllegalArgumentException missing) {
            throw RemoteTrouble.of(
                    store.place(), "names " + file + ", which is not there or cannot be read by the daemon", missing);
        } catch (IOException | GeneralSecurityException e) {
            throw RemoteTrouble.of(
                    store.place(),
                    "names " + file + ", which cannot be opened (" + e.getMessage() + "); is the password in "
                            + store.passwordFile() + " the right one?",
                    e);
        }
    }

    private static char[] password(TlsSettings.Store store) throws RemoteTrouble {
        return SecretFile.read(store.passwordFile())
                .lines()
                .findFirst()
                .orElseThrow(() -> RemoteTrouble.in(
                        store.passwordFile().toString(), 1, "its first line is the password of " + store.file()))
                .toCharArray();
    }

    /** The connection, encrypted; both end together. */
    Socket around(Socket accepted) throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory()
                .createSocket(accepted, accepted.getInetAddress().getHostAddress(), accepted.getPort(), true);
        socket.setUseClientMode(false);
        socket.setEnabledProtocols(PROTOCOLS);
        switch (clients) {
            case NEED -> socket.setNeedClientAuth(true);
            case WANT -> socket.setWantClientAuth(true);
            case NO -> socket.setNeedClientAuth(false);
        }
        return socket;
    }
}
