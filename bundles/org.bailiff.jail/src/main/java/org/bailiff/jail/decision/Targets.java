// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bailiff.api.Evidence;
import org.bailiff.text.Address;
import org.bailiff.text.Network;

/** Whom a full window of failures leads to bans of: the addresses that failed, or their network as a whole. */
final class Targets {
    private Targets() {}

    /**
     * Those of a window, without those who are never banned. In the order of their first failures.
     *
     * @param key what the failures count for
     */
    static List<Network> of(String key, FailureWindow window, Thresholds thresholds) {
        if (thresholds.counting().kind() == Counting.Kind.ADDRESS) {
            return address(key, window.last())
                    .map(Network::single)
                    .map(List::of)
                    .orElse(List.of());
        }
        Instant when = window.newest();
        Optional<Network> network = thresholds.counting().kind() == Counting.Kind.NETWORK
                        && thresholds.networkBans().isOn()
                ? Network.tryParse(key).filter(whole -> !whole.isSingle())
                : Optional.empty();
        // Nobody who is never banned is kept out with his network.
        Optional<Network> whole = network.filter(
                candidate -> thresholds.ignoreList().within(candidate, when).isEmpty());
        return whole.map(List::of)
                .orElseGet(() ->
                        addresses(key, window, thresholds).map(Network::single).toList());
    }

    private static Stream<Address> addresses(String key, FailureWindow window, Thresholds thresholds) {
        Instant when = window.newest();
        return window.failures().stream()
                .flatMap(failure -> address(key, failure).stream())
                .distinct()
                .filter(address -> thresholds.ignoreList().reason(address, when).isEmpty());
    }

    private static Optional<Address> address(String key, Evidence failure) {
        return failure.address().or(() -> Address.tryParse(key));
    }
}
