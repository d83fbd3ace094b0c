// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.framework;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;

/** Which bundles a local verb needs, as {@code local-verbs.properties} says. */
public final class LocalVerbs {
    private static final String IN_NO_DAEMON = "in.no.daemon";

    private LocalVerbs() {}

    /** Whether this verb runs without a daemon. */
    public static boolean isLocal(String verb) {
        return !verb.equals(IN_NO_DAEMON) && table().containsKey(verb);
    }

    static List<String> bundlesOf(String verb) {
        return list(verb);
    }

    /** The bundles that only local verbs need, so that no daemon has them. */
    static List<String> inNoDaemon() {
        return list(IN_NO_DAEMON);
    }

    private static List<String> list(String key) {
        String bundles = table().getProperty(key);
        if (bundles == null) {
            throw new IllegalArgumentException("no local verb: " + key);
        }
        return List.of(bundles.split(" +"));
    }

    private static Properties table() {
        Properties table = new Properties();
        try (InputStream resource =
                LocalVerbs.class.getResourceAsStream("/org/bailiff/launcher/local-verbs.properties")) {
            table.load(resource);
            return table;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
