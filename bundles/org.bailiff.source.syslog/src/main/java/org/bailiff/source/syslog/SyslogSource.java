// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.syslog;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.bailiff.api.source.LineConsumer;
import org.bailiff.api.source.LineConsumer.Answer;
import org.bailiff.api.source.LogSource;
import org.bailiff.api.source.SourceStatus;
import org.bailiff.api.source.Start;
import org.bailiff.text.SafeText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is received at one address, for one consumer. The methods of {@link LogSource} may be called from any thread, all
 * others by the thread that reads.
 */
final class SyslogSource implements LogSource {
    /** The kind of these sources. */
    static final String KIND = "syslog";

    private static final Logger LOG = LoggerFactory.getLogger(SyslogSource.class);
    /** So long is said what was dropped. */
    private static final Duration MENTION = Duration.ofHours(1);
    /** So long is said what a restart may have missed: nothing can be done about it, and nothing is wrong any more. */
    private static final Duration RESTART_MENTION = Duration.ofMinutes(1);

    private final String stream;
    private final Start start;
    private final LineConsumer consumer;
    private final InstantSource clock;
    private final ReadingThread thread;
    /** Held while the consumer is called, so that a close can wait for the end of the call. */
    private final ReentrantLock delivery = new ReentrantLock();

    /** Null before the thread has it. */
    private volatile Backlog backlog;

    private volatile Condition condition = Condition.UNKNOWN;
    private volatile boolean closed;
    /** Whether the consumer had no room: nothing is offered until it says that it has. */
    private volatile boolean parked;

    private long taken;
    private volatile long takenBytes;
    private volatile long read;
    private volatile long cut;
    private volatile long lost;
    private volatile long faults;
    private volatile Instant lostAt = Instant.EPOCH;
    private volatile Instant begunAnewAt = Instant.EPOCH;

    SyslogSource(String stream, Start start, LineConsumer consumer, InstantSource clock, ReadingThread thread) {
        this.stream = stream;
        this.start = start;
        this.consumer = consumer;
        this.clock = clock;
        this.thread = thread;
    }

    /** Begins where it was asked to, as far as that is still there. */
    void begin(Backlog messages) {
        long oldest = messages.first() - 1;
        taken = start.from()
                .map(position -> ((SyslogPosition) position).number())
                .orElse(start.atTail() ? messages.last() : oldest);
        if (start.from().isPresent() && taken == 0) {
            begunAnewAt = clock.instant();
            taken = oldest;
        }
        takenBytes = messages.bytesUpTo(taken);
        backlog = messages;
    }

    void isNow(Condition present) {
        condition = present;
    }

    /** Whether it is so far behind that senders should be held back. */
    boolean isFarBehind(Backlog messages) {
        return messages.isHalfFullBehind(taken);
    }

    /** Offers all that is there, as far as the consumer takes it. */
    void deliver(SyslogBatch batch) {
        boolean more = true;
        while (more) {
            delivery.lock();
            try {
                more = !closed && !parked && deliverSome(batch);
            } finally {
                delivery.unlock();
            }
        }
    }

    /** Answers whether there may be more that the consumer takes now. */
    private boolean deliverSome(SyslogBatch batch) {
        noteLost();
        if (taken >= backlog.last()) {
            return false;
        }
        batch.become(stream, backlog, taken);
        // Set before the call: the consumer may have room again, and say so, before it has answered.
        parked = true;
        try {
            boolean isTaken = consumer.take(batch) == Answer.TAKEN;
            if (isTaken) {
                parked = false;
                noteTaken(batch);
            }
            return true;
        } catch (RuntimeException | StackOverflowError fault) {
            LOG.error(
                    "{}: a jail did not take {} lines; they are offered again with the next",
                    stream,
                    batch.count(),
                    fault);
            faults++;
            parked = false;
            return false;
        } finally {
            batch.clear();
        }
    }

    private void noteTaken(SyslogBatch batch) {
        taken = batch.last();
        takenBytes = batch.offset();
        read += batch.count();
        cut += batch.cut();
    }

    private void noteLost() {
        long gone = backlog.first() - 1 - taken;
        if (gone > 0) {
            lost += gone;
            lostAt = clock.instant();
            taken += gone;
            takenBytes = backlog.bytesUpTo(taken);
        }
    }

    @Override
    public SourceStatus status() {
        Backlog messages = backlog;
        Condition present = condition;
        long lag = messages == null ? -1 : Math.max(0, messages.bytes() - takenBytes);
        return new SourceStatus(
                stream,
                KIND,
                present.state(),
                reason(present),
                -1,
                lag,
                read,
                cut,
                0,
                present.errors() + lost + faults);
    }

    private String reason(Condition present) {
        List<String> sentences = new ArrayList<>();
        if (!present.reason().isEmpty()) {
            sentences.add(present.reason());
        }
        Instant now = clock.instant();
        if (now.isBefore(lostAt.plus(MENTION))) {
            sentences.add(lost + " messages were dropped, because more came than this jail took");
        }
        if (now.isBefore(begunAnewAt.plus(RESTART_MENTION))) {
            sentences.add("messages from before the start at " + begunAnewAt.truncatedTo(ChronoUnit.SECONDS)
                    + " may be missing, for syslog cannot be read again");
        }
        return SafeText.of(String.join("; ", sentences));
    }

    @Override
    public void resume() {
        parked = false;
        thread.wake();
    }

    @Override
    public void close() {
        delivery.lock();
        try {
            closed = true;
        } finally {
            delivery.unlock();
        }
        thread.execute(addresses -> addresses.remove(this));
    }
}
