// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import org.bailiff.api.filter.FilterCompiler;
import org.bailiff.api.filter.Matcher;
import org.bailiff.api.source.Discovery;
import org.bailiff.api.source.SourceStatus;
import org.bailiff.api.source.StreamListener;

/**
 * What one jail reads: the streams that its patterns name, as they come and go. Changed on the readings' thread; may be
 * asked from any thread.
 */
public final class Subscription implements AutoCloseable {
    private final Readings readings;
    private final Executor readingsThread;
    private final Member member;
    private final FilterCompiler compiler;
    private final Map<String, Seat> seats = new ConcurrentHashMap<>();
    private final List<Watch> watches = new CopyOnWriteArrayList<>();
    private Matcher matcher;
    private boolean closed;

    /** A pattern and what watches for its streams. */
    private record Watch(Member.Wish wish, Discovery discovery) {}

    Subscription(Readings readings, Executor readingsThread, Member member, FilterCompiler compiler) {
        this.readings = readings;
        this.readingsThread = readingsThread;
        this.member = member;
        this.compiler = compiler;
    }

    void watch(Member.Wish wish) {
        readingsThread.execute(() -> {
            if (closed) {
                return;
            }
            matcher = matcher == null ? wish.matcher() : matcher;
            watches.add(new Watch(wish, wish.factory().discover(wish.pattern(), new StreamListener() {
                @Override
                public void appeared(String stream) {
                    readingsThread.execute(() -> join(wish, stream));
                }

                @Override
                public void vanished(String stream) {
                    readingsThread.execute(() -> leave(stream));
                }
            })));
        });
    }

    private void join(Member.Wish wish, String stream) {
        if (!closed && !seats.containsKey(stream)) {
            seats.put(stream, readings.join(member, wish, matcher, stream, compiler));
            member.wake();
        }
    }

    private void leave(String stream) {
        Seat seat = seats.remove(stream);
        if (seat != null) {
            readings.leave(seat);
        }
    }

    /** Goes on with another matcher, from a boundary between two batches: no line is seen by none or by both. */
    public void use(Matcher replacement) {
        readingsThread.execute(() -> {
            matcher = replacement;
            seats.values().forEach(seat -> seat.shared().use(seat, replacement));
        });
    }

    /** The seats at the streams that are read now. */
    public Collection<Seat> seats() {
        return List.copyOf(seats.values());
    }

    /** The state of every stream, and of every pattern that names none. */
    public List<SourceStatus> status() {
        Map<String, SourceStatus> byStream = new LinkedHashMap<>();
        seats.values()
                .forEach(seat -> seat.shared().status().ifPresent(status -> byStream.put(status.stream(), status)));
        List<SourceStatus> all = new ArrayList<>(byStream.values());
        for (Watch watch : watches) {
            watch.discovery().problem().ifPresent(problem -> {
                if (!byStream.containsKey(watch.wish().pattern())) {
                    all.add(nothingThere(watch.wish(), problem));
                }
            });
        }
        return all;
    }

    /** Whether all that is written was handed over, as far as is known: what comes next is new. */
    public boolean isAbreast() {
        List<SourceStatus> streams = status();
        return !streams.isEmpty()
                && streams.stream().noneMatch(Subscription::isBehind)
                && seats.values().stream().noneMatch(seat -> seat.shared().isAlone(seat));
    }

    private static boolean isBehind(SourceStatus stream) {
        boolean unknown =
                stream.state() == SourceStatus.State.WAITING && stream.reason().isEmpty();
        boolean unread = stream.state() == SourceStatus.State.READING && stream.lagBytes() < 0;
        return unknown || unread || stream.lagBytes() > 0;
    }

    private static SourceStatus nothingThere(Member.Wish wish, String problem) {
        return new SourceStatus(wish.pattern(), wish.kind(), SourceStatus.State.WAITING, problem, -1, -1, 0, 0, 0, 0);
    }

    /** Stops reading. Lines already delivered stay in the inbox; no others come once this has been carried out. */
    @Override
    public void close() {
        readingsThread.execute(() -> {
            closed = true;
            watches.forEach(watch -> watch.discovery().close());
            watches.clear();
            List.copyOf(seats.keySet()).forEach(this::leave);
        });
    }
}
