// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Services of one kind, found by a name. Several may have the same one, as while a bundle is being replaced by another: the
 * one ranked highest counts, of equals the one that came first. Thread-safe.
 */
final class Offers<T> {
    private final List<Offer<T>> offers = new CopyOnWriteArrayList<>();

    private record Offer<T>(T service, String name, int ranking) {}

    void add(T service, String name, int ranking) {
        offers.add(new Offer<>(service, name, ranking));
    }

    void remove(T service) {
        offers.removeIf(offer -> offer.service() == service);
    }

    Optional<T> find(String name) {
        return offers.stream()
                .filter(offer -> offer.name().equals(name))
                // Stable: of those with the same ranking the first stays first.
                .sorted(Comparator.comparingInt(Offer<T>::ranking).reversed())
                .findFirst()
                .map(Offer::service);
    }
}
