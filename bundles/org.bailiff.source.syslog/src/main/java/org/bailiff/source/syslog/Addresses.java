// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.syslog;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All addresses that are listened at. Belongs to the thread that reads. */
final class Addresses {
    private final Sockets sockets;
    private final InstantSource clock;
    private final SyslogBatch batch;
    private final Map<String, Listening> byStream = new HashMap<>();
    /** The number of the last message of streams that nobody reads: their numbers go on when somebody does. */
    private final Map<String, Long> numbers = new HashMap<>();

    Addresses(Sockets sockets, InstantSource clock, long run) {
        this.sockets = sockets;
        this.clock = clock;
        this.batch = new SyslogBatch(run);
    }

    void add(SyslogSource source, SyslogAddress address) {
        makeWayFor(address);
        Listening listening = byStream.get(address.stream());
        if (listening == null) {
            Backlog backlog = new Backlog(numbers.getOrDefault(address.stream(), 0L));
            listening = new Listening(address, backlog, sockets, clock);
            byStream.put(address.stream(), listening);
        }
        listening.add(source);
    }

    /** The socket may still be open for a jail that reads it with other options now. */
    private void makeWayFor(SyslogAddress address) {
        close(byStream.values().stream()
                .filter(other -> !other.isInUse()
                        && other.address().place().equals(address.place())
                        && !other.address().equals(address))
                .toList());
    }

    void remove(SyslogSource source) {
        Instant now = clock.instant();
        byStream.values().forEach(listening -> listening.remove(source, now));
    }

    /** Does what is due; answers when there is more to do, if nothing happens before. */
    Instant step() {
        Instant now = clock.instant();
        close(byStream.values().stream().filter(one -> one.isOver(now)).toList());
        Instant next = Instant.MAX;
        for (Listening listening : byStream.values()) {
            Instant wanted = listening.step(now, batch);
            next = wanted.isBefore(next) ? wanted : next;
        }
        return next;
    }

    private void close(List<Listening> over) {
        for (Listening listening : over) {
            listening.close();
            String stream = listening.address().stream();
            numbers.put(stream, listening.backlog().last());
            byStream.remove(stream);
        }
        if (!over.isEmpty()) {
            sockets.release();
        }
    }

    void closeAll() {
        close(new ArrayList<>(byStream.values()));
    }
}
