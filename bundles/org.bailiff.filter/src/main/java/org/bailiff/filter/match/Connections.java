// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.match;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.bailiff.api.filter.Match;

/**
 * The open sessions of a stream by their key. Bounded: one more than the most pushes out the one that was silent longest,
 * and one that was silent too long is another's, because services use their keys again. Used by one thread.
 */
final class Connections {
    static final int MOST = 500;
    /** Well beyond the time that services give a client to log in. */
    static final Duration LONGEST_SILENCE = Duration.ofMinutes(10);

    private final LinkedHashMap<String, Connection> open = new LinkedHashMap<>(16, 0.75f, true);
    private final Supplier<Reckoning> reckonings;

    /**
     * @param reckonings how the lines of a session become failures
     */
    Connections(Supplier<Reckoning> reckonings) {
        this.reckonings = reckonings;
    }

    /** Takes a line of the session with this key in, and answers what it is. */
    Match take(String key, Sighting sighting) {
        Connection connection = find(key, sighting);
        Match match = connection.take(sighting);
        if (sighting.endsSession()) {
            open.remove(key);
        }
        return match;
    }

    /** A way of reckoning for a session that begins, or is restored. */
    Reckoning newReckoning() {
        return reckonings.get();
    }

    private Connection find(String key, Sighting sighting) {
        Connection known = open.get(key);
        // Another host with the same key is another client: the service has used its key again.
        if (known != null
                && isOpen(known, sighting.time())
                && !sighting.captures().who().contradicts(known.known().who())) {
            return known;
        }
        Connection fresh = new Connection(newReckoning(), sighting.time());
        put(key, fresh);
        return fresh;
    }

    private static boolean isOpen(Connection connection, Instant time) {
        return !Distance.isMore(connection.lastSeen(), time, LONGEST_SILENCE);
    }

    void put(String key, Connection connection) {
        open.put(key, connection);
        if (open.size() > MOST) {
            open.remove(open.keySet().iterator().next());
        }
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    /** From the one that was silent longest. */
    void forEach(BiConsumer<String, Connection> action) {
        open.forEach(action);
    }
}
