// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.ignore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bailiff.api.config.Problem;
import org.bailiff.jail.Keys;
import org.bailiff.text.Network;
import org.bailiff.text.SafeText;

/** Reads the keys that say whom a jail never bans. */
public final class IgnoreReader {
    /** The keys that are read here. */
    public static final Set<String> KEYS = Set.of("ignoreip", "ignoreself");

    private IgnoreReader() {}

    /**
     * What the keys say; what is wrong with them is noted there.
     *
     * @param own the host's addresses
     */
    public static IgnoreList read(Keys keys, OwnAddresses own) {
        return new IgnoreList(entries(keys), keys.flag("ignoreself", true), own);
    }

    private static List<Network> entries(Keys keys) {
        List<Network> entries = new ArrayList<>();
        for (String entry : keys.text("ignoreip").orElse("").split("[\\s,]+")) {
            if (entry.isEmpty()) {
                continue;
            }
            Optional<Network> network = Network.tryParse(entry);
            network.ifPresent(entries::add);
            if (network.isEmpty()) {
                keys.problem(
                        Problem.Severity.WARNING,
                        "ignoreip",
                        "'" + SafeText.of(entry, 60) + "' is neither an address nor a network, and names are not looked"
                                + " up: it is left out; write the address");
            }
        }
        return entries;
    }
}
