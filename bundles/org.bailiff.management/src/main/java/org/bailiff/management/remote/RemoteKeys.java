// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bailiff.api.config.Setting;
import org.bailiff.text.SafeText;

/** What {@code bailiff.conf} says of remote JMX, key by key. Immutable. */
final class RemoteKeys {
    static final String AREA = "jmx";
    static final String LISTEN = "listen";
    static final String USERS = "users";
    static final String KEYSTORE = "tls.keystore";
    static final String KEYSTORE_PASSWORD = "tls.keystore.password";
    static final String TRUSTSTORE = "tls.truststore";
    static final String TRUSTSTORE_PASSWORD = "tls.truststore.password";
    static final String CLIENTS = "tls.clients";

    private static final Set<String> KNOWN =
            Set.of(LISTEN, USERS, KEYSTORE, KEYSTORE_PASSWORD, TRUSTSTORE, TRUSTSTORE_PASSWORD, CLIENTS);
    private static final int LONGEST_SHOWN = 100;

    private final Map<String, Setting> settings;
    private final Path etc;

    /**
     * @param settings by key, without the area
     * @param etc what relative paths are meant from
     * @throws RemoteTrouble if there is a key that nothing reads
     */
    RemoteKeys(Map<String, Setting> settings, Path etc) throws RemoteTrouble {
        this.settings = Map.copyOf(settings);
        this.etc = etc;
        for (String key : new TreeSet<>(settings.keySet())) {
            if (!KNOWN.contains(key)) {
                throw RemoteTrouble.of(
                        settings.get(key),
                        "is no key of remote JMX; it knows " + AREA + "."
                                + String.join(", " + AREA + ".", new TreeSet<>(KNOWN)));
            }
        }
    }

    /** A value that is given and not empty. */
    Optional<Setting> find(String key) {
        return Optional.ofNullable(settings.get(key))
                .filter(setting -> !setting.value().isBlank());
    }

    /** What stands for a setting in a sentence about it. */
    Setting named(String key, Setting otherwise) {
        return find(key).orElse(new Setting(key, "", otherwise.origin()));
    }

    Path path(Setting setting) throws RemoteTrouble {
        try {
            return etc.resolve(setting.value().strip()).normalize();
        } catch (InvalidPathException wrong) {
            throw RemoteTrouble.of(setting, "is no name of a file: " + wrong.getReason(), wrong);
        }
    }

    /** A value in small letters. */
    String word(String key, String otherwise) {
        return find(key)
                .map(setting -> setting.value().strip().toLowerCase(Locale.ROOT))
                .orElse(otherwise);
    }

    static String shown(Setting setting) {
        return SafeText.of(setting.value().strip(), LONGEST_SHOWN);
    }
}
