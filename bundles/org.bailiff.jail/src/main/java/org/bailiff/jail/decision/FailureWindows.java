// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
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
 * their network only, so that it cannot push out the counts of those that are there. Such a bucket bans nobody. Lines are
 * kept of those that failed last, in whatever jail.
 */
final class FailureWindows {
    private static final int IPV4_BUCKET = 24;
    private static final int IPV6_BUCKET = 64;

    private final Room room;
    private final WindowTable table = new WindowTable();
    private final LineStore.Jail lines;
    private final Set<Network> buckets = new HashSet<>();
    private Room.Share share = Room.Share.NONE;

    FailureWindows(Room room) {
        this.room = room;
        this.lines = room.lines();
    }

    /**
     * Counts a failure.
     *
     * @return how many attempts count now for the id, within find time before its newest failure; 0 if there is no room for it
     */
    int add(String id, Evidence failure, Duration findTime, int maxRetry) {
        WindowTable.Key key = table.key(id);
        Optional<WindowTable.Extent> extent =
                room.isLeft() ? table.append(key, failure, findTime, maxRetry) : Optional.empty();
        if (extent.isEmpty()) {
            return insert(id, key, failure, findTime, maxRetry);
        }
        lines.append(id, failure.line(), extent.get().failures());
        settle();
        return extent.get().attempts();
    }

    /** The long way, for what comes late or where room is short. */
    private int insert(String id, WindowTable.Key key, Evidence failure, Duration findTime, int maxRetry) {
        Optional<FailureWindow> before = find(id, key);
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
        keepLines(id, window.failures());
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

    private void keepLines(String id, List<Evidence> failures) {
        lines.put(id, failures.stream().map(Evidence::line).toList());
        settle();
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
        table.forgetBefore(oldest, lines::remove);
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
        table.replaceAll((id, failures) -> {
            List<Evidence> moved = new FailureWindow(withLines(id, failures))
                    .moved(by, from, to)
                    .failures();
            lines.reorder(id, moved.stream().map(Evidence::line).toList());
            return moved;
        });
        settle();
    }

    /** Forgets an id; whether there was anything to forget. */
    boolean clear(String id) {
        lines.remove(id);
        boolean removed = table.remove(table.key(id));
        settle();
        return removed;
    }

    /** Gives all room back. */
    void close() {
        table.clear();
        lines.clear();
        settle();
        forgetBuckets();
    }

    /** The id's window, a copy; empty if nothing is counted for it. */
    Optional<FailureWindow> find(String id) {
        return find(id, table.key(id));
    }

    private Optional<FailureWindow> find(String id, WindowTable.Key key) {
        return table.find(key).map(failures -> new FailureWindow(withLines(id, failures)));
    }

    private List<Evidence> withLines(String id, List<Evidence> failures) {
        List<String> texts = lines.find(id);
        int without = failures.size() - texts.size();
        for (int index = without; index < failures.size(); index++) {
            Evidence failure = failures.get(index);
            failures.set(
                    index,
                    new Evidence(
                            failure.time(),
                            failure.regex(),
                            failure.attempts(),
                            texts.get(index - without),
                            failure.address()));
        }
        return failures;
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
                .flatMap(window -> withLines(window.id(), window.failures()).stream()
                        .map(failure -> new FailureMark(window.id(), failure)))
                .iterator();
    }
}
