// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.ignore;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bailiff.text.Address;
import org.bailiff.text.SafeText;

/**
 * The addresses from which somebody is logged in: of utmp(5), and where a system does without it, of systemd-logind's
 * sessions. Both may be read by everybody.
 */
final class OpenSessions implements RecentAddresses.Source {
    private static final int MOST_BYTES = 4 << 20;
    private static final int MOST_SESSION_BYTES = 16 << 10;

    private final Path utmp;
    private final Path sessions;

    OpenSessions(Path utmp, Path sessions) {
        this.utmp = utmp;
        this.sessions = sessions;
    }

    @Override
    public Map<Address, String> read() throws IOException {
        if (!Files.isRegularFile(utmp)) {
            return ofSystemd();
        }
        try {
            return LoginRecords.addresses(bytes(utmp, MOST_BYTES), ByteOrder.nativeOrder());
        } catch (IllegalArgumentException strange) {
            throw new IOException(utmp + ": " + strange.getMessage(), strange);
        }
    }

    private Map<Address, String> ofSystemd() throws IOException {
        Map<Address, String> addresses = new HashMap<>();
        if (Files.isDirectory(sessions)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(sessions)) {
                for (Path file : files) {
                    // Beside each session stands a pipe that is held open while it lasts; to open it would wait.
                    if (Files.isRegularFile(file)) {
                        session(file, addresses);
                    }
                }
            }
        }
        return addresses;
    }

    private static void session(Path file, Map<Address, String> addresses) throws IOException {
        try {
            String text = new String(bytes(file, MOST_SESSION_BYTES), StandardCharsets.UTF_8);
            remoteHost(text)
                    .ifPresent(address ->
                            addresses.put(address, "neverban: the session of " + SafeText.of(value(text, "USER"), 60)));
        } catch (NoSuchFileException ended) {
            // Between the listing and now.
        }
    }

    /** Where the session comes from; empty if it is ending, or local, or that is a name. */
    static Optional<Address> remoteHost(String session) {
        return value(session, "STATE").equals("closing")
                ? Optional.empty()
                : Address.tryParse(value(session, "REMOTE_HOST"));
    }

    private static String value(String session, String key) {
        return session.lines()
                .filter(line -> line.startsWith(key + "="))
                .findFirst()
                .map(line -> line.substring(key.length() + 1).replaceAll("^\"|\"$", ""))
                .orElse("");
    }

    private static byte[] bytes(Path file, int most) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new IOException(file + " is longer than " + most + " bytes");
            }
            return bytes;
        }
    }
}
