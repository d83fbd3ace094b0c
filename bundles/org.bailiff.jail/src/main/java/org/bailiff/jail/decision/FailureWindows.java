// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.bailiff.api.Evidence;
import org.bailiff.api.store.FailureMark;
import org.bailiff.text.Address;
import org.bailiff.text.Network;

/**
 * The failures of all ids that count now, bounded: when a flood of new ids has filled the table, more are counted by
 * their network only, so that it cannot push out the counts of those that are there. Such a bucket bans nobody.
 */
final class FailureWindows {
    private static final int IPV4_BUCKET = 24;
    private static final int IPV6_BUCKET = 64;

    private final Room room;
    /** In the order of the latest failure, so that those whose failures are too old stand first. */
    private final LinkedHashMap<String, FailureWindow> windows = new LinkedHashMap<>();

    private final Map<Network, Long> buckets = new HashMap<>();

    FailureWindows(Room room) {
        this.room = room;
    }

    /** Counts a failure; the id's window, or empty if there is no room for it. */
    Optional<FailureWindow> add(String id, Evidence failure, Duration findTime, int maxRetry) {
        FailureWindow window = windows.remove(id);
        if (window == null && !hasRoom(failure.time().minus(findTime))) {
            bucket(id);
            return Optional.empty();
        }
        FailureWindow counted = window == null ? new FailureWindow() : window;
        if (window != null) {
            room.give(window.cost());
        }
        counted.add(room.kept(failure), findTime, maxRetry);
        room.take(counted.cost());
        windows.put(id, counted);
        return Optional.of(counted);
    }

    /** Forgets old failures only for the room: lines of another log, or late ones, may still count with them. */
    private boolean hasRoom(Instant oldest) {
        if (isFull()) {
            forgetBefore(oldest);
        }
        return !isFull();
    }

    private boolean isFull() {
        return windows.size() >= room.idsPerJail() || !room.isLeft();
    }

    private void bucket(String id) {
        Address.tryParse(id).ifPresent(address -> {
            Network network = Network.around(address, address.isIpv6() ? IPV6_BUCKET : IPV4_BUCKET);
            if (buckets.size() < room.idsPerJail() / 10 + 10 || buckets.containsKey(network)) {
                buckets.merge(network, 1L, Long::sum);
            }
        });
    }

    /** Forgets ids whose latest failure was before this; a failure from the past forgets nobody. */
    void forgetBefore(Instant oldest) {
        Iterator<FailureWindow> eldestFirst = windows.values().iterator();
        while (eldestFirst.hasNext()) {
            FailureWindow eldest = eldestFirst.next();
            if (!eldest.newest().isBefore(oldest)) {
                break;
            }
            eldestFirst.remove();
            room.give(eldest.cost());
        }
        if (windows.size() < room.idsPerJail() / 2 && room.isLeft()) {
            buckets.clear();
        }
    }

    /** Forgets an id; whether there was anything to forget. */
    boolean clear(String id) {
        FailureWindow window = windows.remove(id);
        if (window != null) {
            room.give(window.cost());
        }
        return window != null;
    }

    /** Gives all room back. */
    void close() {
        windows.values().forEach(window -> room.give(window.cost()));
        windows.clear();
    }

    /** Moves the times that lie between two, both included, by a duration. */
    void move(Duration by, Instant from, Instant to) {
        Map<String, FailureWindow> before = new LinkedHashMap<>(windows);
        close();
        before.forEach((id, window) -> {
            FailureWindow moved = window.moved(by, from, to);
            room.take(moved.cost());
            windows.put(id, moved);
        });
    }

    Optional<FailureWindow> find(String id) {
        return Optional.ofNullable(windows.get(id));
    }

    int size() {
        return windows.size();
    }

    /** Tells the ids whose failures are as many as ban. */
    void full(Duration findTime, int maxRetry, Consumer<String> each) {
        windows.forEach((id, window) -> {
            if (window.attempts(findTime) >= maxRetry) {
                each.accept(id);
            }
        });
    }

    /** How many networks are counted as a whole because the table is full. */
    int buckets() {
        return buckets.size();
    }

    /** All that counts, to be stored as a whole: to be gone through before anything changes. */
    Iterator<FailureMark> marks() {
        return windows.entrySet().stream()
                .flatMap(window -> window.getValue().failures().stream()
                        .map(evidence -> new FailureMark(window.getKey(), evidence)))
                .iterator();
    }
}
