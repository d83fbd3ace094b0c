// SPDX-License-Identifier: Apache-2.0
package org.bailiff.metrics.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Who is being answered. There are few places, because each may hold a page of its own; who takes long gives way. Used by
 * one thread.
 */
final class Places {
    /** Callers at once. */
    static final int LIMIT = 4;
    /** After so long an honest scraper has what it came for. */
    private static final Duration CROWDED_PATIENCE = Duration.ofMillis(500);

    private final List<Exchange> exchanges = new ArrayList<>();

    boolean isEmpty() {
        return exchanges.isEmpty();
    }

    /** Whether there is a place, perhaps of one that was answered, or that has taken too long. */
    boolean makeOne(long now) {
        exchanges.removeIf(exchange -> !exchange.isOpen());
        if (exchanges.size() >= LIMIT) {
            exchanges.stream()
                    .max(Comparator.comparing(Exchange::isAnswered).thenComparing(exchange -> exchange.age(now)))
                    .filter(exchange ->
                            exchange.isAnswered() || exchange.age(now).compareTo(CROWDED_PATIENCE) > 0)
                    .ifPresent(this::end);
        }
        return exchanges.size() < LIMIT;
    }

    void add(Exchange exchange) {
        exchanges.add(exchange);
    }

    /** Ends those that are done, and those that have taken too long. */
    void tidy(long now) {
        for (Exchange exchange : List.copyOf(exchanges)) {
            if (!exchange.isOpen() || exchange.age(now).compareTo(Exchange.PATIENCE) > 0) {
                end(exchange);
            }
        }
    }

    void endAll() {
        List.copyOf(exchanges).forEach(this::end);
    }

    private void end(Exchange exchange) {
        exchange.close();
        exchanges.remove(exchange);
    }
}
