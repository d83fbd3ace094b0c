// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.journal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.bailiff.api.source.LineConsumer;
import org.bailiff.api.source.LineConsumer.Answer;
import org.bailiff.api.source.LogSource;
import org.bailiff.api.source.SourceStatus;
import org.bailiff.text.SafeText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A stream of the journal for one consumer. The methods of {@link LogSource} may be called from any thread, those of the
 * outlet by the thread that reads.
 */
final class JournalSource implements LogSource, JournalReading.Outlet {
    /** The kind of these sources. */
    static final String KIND = "journal";

    private static final Logger LOG = LoggerFactory.getLogger(JournalSource.class);
    /** So long is said that entries may be missing. */
    private static final Duration MENTION = Duration.ofHours(1);

    private final String stream;
    private final LineConsumer consumer;
    private final InstantSource clock;
    /** Held while the consumer is called, so that a close can wait for the end of the call. */
    private final ReentrantLock delivery = new ReentrantLock();
    /** Guards and announces {@link #parked}, {@link #closed} and {@link #child}. */
    private final Object changes = new Object();

    private volatile boolean closed;
    /** Whether the consumer had no room: nothing is offered until it says that it has. */
    private boolean parked;
    /** Null before the first. */
    private Child child;

    private volatile Progress progress = Progress.NONE;
    private volatile String missing = "";
    private volatile Instant missedAt = Instant.EPOCH;

    JournalSource(String stream, LineConsumer consumer, InstantSource clock) {
        this.stream = stream;
        this.consumer = consumer;
        this.clock = clock;
    }

    @Override
    public SourceStatus status() {
        boolean mention = clock.instant().isBefore(missedAt.plus(MENTION));
        return progress.status(stream, mention ? missing : "");
    }

    @Override
    public void resume() {
        synchronized (changes) {
            parked = false;
            changes.notifyAll();
        }
    }

    @Override
    public void close() {
        delivery.lock();
        try {
            synchronized (changes) {
                closed = true;
                changes.notifyAll();
                if (child != null) {
                    child.close();
                }
            }
        } finally {
            delivery.unlock();
        }
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public void reads(Child started) {
        synchronized (changes) {
            child = started;
            if (closed) {
                started.close();
            }
        }
    }

    @Override
    public boolean deliver(JournalBatch lines) throws InterruptedException {
        while (offer(lines) == Answer.LATER) {
            progress = progress.refused(lines);
            synchronized (changes) {
                while (parked && !closed) {
                    changes.wait();
                }
                if (closed) {
                    return false;
                }
            }
        }
        progress = progress.taken(lines);
        return true;
    }

    private Answer offer(JournalBatch lines) {
        delivery.lock();
        try {
            if (closed) {
                return Answer.LATER;
            }
            // Set before the call: the consumer may have room again, and say so, before it has answered.
            setParked(true);
            Answer answer = consumer.take(lines);
            if (answer == Answer.TAKEN) {
                setParked(false);
            }
            return answer;
        } finally {
            delivery.unlock();
        }
    }

    private void setParked(boolean value) {
        synchronized (changes) {
            parked = value;
        }
    }

    @Override
    public void reading(boolean atEnd) {
        progress = progress.reading(atEnd);
    }

    @Override
    public void failed(Trouble why) {
        if (closed) {
            // It was ended under the reader's hands.
            return;
        }
        if (!why.reason().equals(progress.reason())) {
            LOG.warn("{}: {}", SafeText.of(stream), why.reason());
        }
        progress = progress.failed(why);
    }

    @Override
    public void missed(String why) {
        LOG.warn("{}: {}", SafeText.of(stream), why);
        missing = why;
        missedAt = clock.instant();
        progress = progress.missed();
    }

    @Override
    public void pause(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        synchronized (changes) {
            for (long left = time.toNanos(); left > 0 && !closed; left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(changes, left);
            }
        }
    }
}
