// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.bean;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bailiff.text.Network;
import org.bailiff.text.SafeText;

/** The value of a jail's key {@code ignoreip}: addresses, networks and names, apart from each other by blanks or commas. */
final class IgnoredHosts {
    static final String KEY = "ignoreip";

    private final List<String> hosts;

    IgnoredHosts(String value) {
        hosts = Arrays.stream(value.split("[\\s,]+"))
                .filter(host -> !host.isEmpty())
                .toList();
    }

    /**
     * The value with one more.
     *
     * @throws IllegalArgumentException if it is there already
     */
    String with(Network target) {
        if (hosts.stream().anyMatch(host -> names(host, target))) {
            throw new IllegalArgumentException(target + " is in the jail's ignore list already");
        }
        List<String> more = new ArrayList<>(hosts);
        more.add(target.toString());
        return String.join(" ", more);
    }

    /**
     * The value without one.
     *
     * @throws IllegalArgumentException if it is not there
     */
    String without(Network target) {
        List<String> fewer = hosts.stream().filter(host -> !names(host, target)).toList();
        if (fewer.size() == hosts.size()) {
            String has = hosts.isEmpty() ? "nobody" : SafeText.of(String.join(" ", hosts));
            throw new IllegalArgumentException(target + " is not in the jail's ignore list, which holds: " + has);
        }
        return String.join(" ", fewer);
    }

    private static boolean names(String host, Network target) {
        return Network.tryParse(host).filter(target::equals).isPresent();
    }
}
