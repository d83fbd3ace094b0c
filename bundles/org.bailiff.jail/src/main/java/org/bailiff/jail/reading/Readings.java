// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.bailiff.api.filter.FilterCompiler;
import org.bailiff.api.filter.Matcher;
import org.bailiff.api.source.LogSourceFactory;
import org.bailiff.api.source.Start;

/**
 * All streams that jails read, so that one that several jails watch is read once. Its state belongs to the readings'
 * thread.
 */
public final class Readings {
    private final Executor readingsThread;
    private final Map<StreamKey, SharedStream> streams = new HashMap<>();

    /** One stream of one factory; streams of different factories have nothing in common. */
    private record StreamKey(LogSourceFactory factory, String stream) {}

    public Readings(Executor readingsThread) {
        this.readingsThread = readingsThread;
    }

    /**
     * Begins to read for a jail: the streams that its wishes name now and later.
     *
     * @param compiler of the matchers in the wishes
     */
    public Subscription subscribe(Member member, List<Member.Wish> wishes, FilterCompiler compiler) {
        Subscription subscription = new Subscription(this, readingsThread, member, compiler);
        wishes.forEach(subscription::watch);
        return subscription;
    }

    Seat join(Member member, Member.Wish wish, Matcher matcher, String stream, FilterCompiler compiler) {
        SharedStream shared = streams.computeIfAbsent(
                new StreamKey(wish.factory(), stream),
                key -> new SharedStream(stream, wish.factory(), compiler, readingsThread));
        Member.Place place = member.positions().of(stream);
        Start history = wish.factory().findsTimes() ? Start.since(place.beginning()) : Start.HEAD;
        Start newcomer = wish.atTail() ? Start.TAIL : history;
        Start start = place.position().flatMap(shared::parse).map(Start::after).orElse(newcomer);
        return shared.join(member, matcher, start, place.late());
    }

    void leave(Seat seat) {
        seat.shared().leave(seat);
        if (seat.shared().isUnused()) {
            streams.values().remove(seat.shared());
        }
    }
}
