// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.ignore;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.bailiff.text.Address;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Addresses that must not be locked out, asked of the host again after a while, by who needs to know. While the host does
 * not say, those known before stay. Thread-safe.
 */
final class RecentAddresses implements NeverBanned {
    private static final Logger LOG = LoggerFactory.getLogger(RecentAddresses.class);

    private final String what;
    private final Source source;
    private final InstantSource clock;
    private final Duration valid;
    private volatile Known known = new Known(Instant.MIN, Map.of(), true);

    /** Where they come from; asked by several threads at once, maybe. */
    @FunctionalInterface
    interface Source {

        /**
         * They and why.
         *
         * @throws IOException if that cannot be said now
         */
        Map<Address, String> read() throws IOException;
    }

    private record Known(Instant asked, Map<Address, String> addresses, boolean good) {}

    /**
     * @param what they are, for people
     * @param valid how long an answer counts
     */
    RecentAddresses(String what, Source source, InstantSource clock, Duration valid) {
        this.what = what;
        this.source = source;
        this.clock = clock;
        this.valid = valid;
    }

    @Override
    public Map<Address, String> all() {
        Instant now = clock.instant();
        Known current = known;
        // A clock that was set back makes what is known look as if it came from the future: ask again then, too.
        if (now.isBefore(current.asked()) || now.isAfter(current.asked().plus(valid))) {
            current = ask(now, current);
            known = current;
        }
        return current.addresses();
    }

    private Known ask(Instant now, Known before) {
        try {
            return new Known(now, Map.copyOf(source.read()), true);
        } catch (IOException failed) {
            if (before.good()) {
                LOG.warn("neverban: {} cannot be read, those known before count: {}", what, failed.toString());
            }
            return new Known(now, before.addresses(), false);
        }
    }
}
