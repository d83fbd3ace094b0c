// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.bailiff.api.Evidence;
import org.bailiff.api.store.FailureMark;
import org.bailiff.jail.decision.window.LineStore;
import org.bailiff.jail.decision.window.WindowTable;
import org.bailiff.text.Address;
import org.bailiff.text.Network;

/**
 * The failures of all ids that count now, bounded: when a flood of new ids has filled the room, more are counted by
 * their network only, so that it cannot push out the counts of those that are there. Such a bucket bans nobody. The
 * latest lines are kept, whatever jail's they are.
 */
final class FailureWindows {
    private static final int IPV4_BUCKET = 24;
    private static final int IPV6_BUCKET = 64;

    private final Room room;
    private final LineStore lines;
    private final WindowTable table;
    private final Set<Network> buckets = new HashSet<>();
    /** The id that was asked for last, and by what it is found: what was counted is mostly asked for next. */
    private String lastId = "";

    private WindowTable.Key lastKey;
    private Room.Share share = Room.Share.NONE;

    FailureWindows(Room room) {
        this.room = room;
        this.lines = room.lines();
        this.table = new WindowTable(lines);
        this.lastKey = table.key(lastId);
    }

    /**
     * Counts a failure.
     *
     * @param id what it counts for
     * @return how many attempts count now for the id, within find time before its newest failure; 0 if there is no room for it
     */
    int add(String id, Evidence failure, Duration findTime, int maxRetry) {
        WindowTable.Key key = key(id);
        Optional<WindowTable.Extent> extent =
                room.isLeft() ? table.append(key, failure, findTime, maxRetry) : Optional.empty();
        if (extent.isEmpty()) {
            return insert(id, key, failure, findTime, maxRetry);
        }
        settle();
        return extent.get().attempts();
    }

    private WindowTable.Key key(String id) {
        if (!id.equals(lastId)) {
            lastId = id;
            lastKey = table.key(id);
        }
        return lastKey;
    }

    /** Has it at hand by what an id is found that is how this address is written. */
    void expect(String id, Address address) {
        lastId = id;
        lastKey = table.key(address);
    }

    /** The long way, for what comes late or where room is short. */
    private int insert(String id, WindowTable.Key key, Evidence failure, Duration findTime, int maxRetry) {
        Optional<FailureWindow> before = find(key);
        FailureWindow window = before.orElseGet(FailureWindow::new);
        window.add(failure, findTime, maxRetry);
        if (!room.isLeft()) {
            // Only for the room: lines of another log, or late ones, may still count with what is forgotten.
            forgetBefore(failure.time().minus(findTime));
        }
        int attempts = window.attempts(findTime);
        if (!hasRoom(before.isPresent(), attempts >= maxRetry)) {
            bucket(id);
            return 0;
        }
        table.put(key, window.failures());
        settle();
        return attempts;
    }

    private boolean hasRoom(boolean known, boolean bans) {
        return room.isLeft() || known && (bans ? room.isLeftToBan() : room.isLeftToGrow());
    }

    private void bucket(String id) {
        Address.tryParse(id).ifPresent(address -> {
            Network network = Network.around(address, address.isIpv6() ? IPV6_BUCKET : IPV4_BUCKET);
            if (!buckets.contains(network) && room.takeNetwork()) {
                buckets.add(network);
            }
        });
    }

    private void settle() {
        if (share.ids() == table.size() && share.bytes() == table.bytes()) {
            return;
        }
        Room.Share now = new Room.Share(table.size(), table.bytes());
        room.exchange(share, now);
        share = now;
    }

    /** Forgets ids whose latest failure was before this; a failure from the past forgets nobody. */
    void forgetBefore(Instant oldest) {
        table.forgetBefore(oldest);
        settle();
        if (room.isHalfFree()) {
            forgetBuckets();
        }
    }

    private void forgetBuckets() {
        room.giveNetworks(buckets.size());
        buckets.clear();
    }

    /** Moves the times that lie between two, both included, by a duration. */
    void move(Duration by, Instant from, Instant to) {
        table.replaceAll((id, failures) ->
                new FailureWindow(failures).moved(by, from, to).failures());
        settle();
    }

    /** Forgets an id; whether there was anything to forget. */
    boolean clear(String id) {
        boolean removed = table.remove(key(id));
        settle();
        return removed;
    }

    /** Gives all room back. */
    void close() {
        table.clear();
        lines.leave();
        settle();
        forgetBuckets();
    }

    /** The id's window, a copy; empty if nothing is counted for it. */
    Optional<FailureWindow> find(String id) {
        return find(key(id));
    }

    private Optional<FailureWindow> find(WindowTable.Key key) {
        return table.find(key).map(FailureWindow::new);
    }

    int size() {
        return table.size();
    }

    /** Tells the ids whose failures are as many as ban; nothing is to change meanwhile. */
    void full(Duration findTime, int maxRetry, Consumer<String> each) {
        table.windows().forEachRemaining(window -> {
            if (new FailureWindow(window.failures()).attempts(findTime) >= maxRetry) {
                each.accept(window.id());
            }
        });
    }

    /** How many networks are counted as a whole because the table is full. */
    int buckets() {
        return buckets.size();
    }

    /** All that counts, to be stored as a whole: to be gone through before anything changes. */
    Iterator<FailureMark> marks() {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(table.windows(), Spliterator.ORDERED), false)
                .flatMap(window -> window.failures().stream().map(failure -> new FailureMark(window.id(), failure)))
                .iterator();
    }
}
