// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.bans;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.bailiff.api.source.LineConsumer;
import org.bailiff.api.source.LineConsumer.Answer;
import org.bailiff.api.source.LogSource;
import org.bailiff.api.source.SourceStatus;
import org.bailiff.api.source.Start;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bans for one consumer. {@link #deliver} is called by the thread that reads, all others by any thread.
 */
final class BanSource implements LogSource {
    private static final Logger LOG = LoggerFactory.getLogger(BanSource.class);
    private static final int MOST_LINES = 1024;
    /** So long is said that some bans were not counted. */
    private static final Duration MENTION = Duration.ofHours(1);

    private final RecentBans bans;
    private final LineConsumer consumer;
    private final InstantSource clock;
    private final Deliveries deliveries;
    /** Held while the consumer is called, so that a close can wait for the end of the call. */
    private final ReentrantLock delivery = new ReentrantLock();

    private boolean closed;
    /** Whether the consumer had no room: nothing is offered until it says that it has. */
    private volatile boolean parked;

    private volatile long taken;
    private volatile long read;
    private volatile long lost;
    private volatile long faults;
    private volatile Instant lostAt = Instant.EPOCH;

    BanSource(RecentBans bans, Start start, LineConsumer consumer, InstantSource clock, Deliveries deliveries) {
        this.bans = bans;
        this.consumer = consumer;
        this.clock = clock;
        this.deliveries = deliveries;
        long beginning = start.atTail() ? bans.last() : bans.beginning();
        this.taken =
                start.from().map(position -> ((BanPosition) position).number()).orElse(beginning);
    }

    /** Delivers all there is, as far as the consumer takes it. */
    void deliver() {
        boolean more = true;
        while (more) {
            delivery.lock();
            try {
                more = !closed && !parked && deliverSome();
            } finally {
                delivery.unlock();
            }
        }
    }

    private boolean deliverSome() {
        List<ToldBan> next = bans.after(taken, MOST_LINES);
        if (next.isEmpty()) {
            return false;
        }
        noteLost(next.get(0).number());
        // Set before the call: the consumer may have room again, and say so, before it has answered.
        parked = true;
        if (offer(new BanBatch(next, new BanPosition(taken), clock.instant())) == Answer.TAKEN) {
            parked = false;
            taken = next.get(next.size() - 1).number();
            read += next.size();
        }
        return true;
    }

    /** A consumer's fault keeps the lines; they are offered again with the next ban, or when it has room. */
    private Answer offer(BanBatch lines) {
        try {
            return consumer.take(lines);
        } catch (RuntimeException fault) {
            LOG.error("a jail did not take {} lines that tell of bans; they are offered again", lines.count(), fault);
            faults++;
            return Answer.LATER;
        }
    }

    private void noteLost(long next) {
        long gone = bans.lost(taken, next);
        if (gone > 0) {
            lost += gone;
            lostAt = clock.instant();
        }
        taken = next - 1;
    }

    @Override
    public SourceStatus status() {
        boolean mention = clock.instant().isBefore(lostAt.plus(MENTION));
        String reason = mention
                ? lost + " bans of other jails were not counted: more came than this jail took, and no more are kept"
                : "";
        return new SourceStatus(
                BanLogSources.KIND,
                BanLogSources.KIND,
                SourceStatus.State.READING,
                reason,
                -1,
                bans.bytes(taken),
                read,
                0,
                0,
                lost + faults);
    }

    @Override
    public void resume() {
        parked = false;
        deliveries.wake();
    }

    @Override
    public void close() {
        delivery.lock();
        try {
            closed = true;
        } finally {
            delivery.unlock();
        }
        deliveries.remove(this);
    }
}
