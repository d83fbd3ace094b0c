// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file.follow;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.bailiff.api.source.LineConsumer;
import org.bailiff.api.source.LineConsumer.Answer;
import org.bailiff.api.source.LogSource;
import org.bailiff.api.source.Position;
import org.bailiff.api.source.SourceStatus;
import org.bailiff.api.source.SourceStatus.State;
import org.bailiff.api.source.Start;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the file at one path for one consumer.
 *
 * <p>The methods of {@link LogSource} may be called from any thread; all others belong to the thread that looks.
 */
public final class Follower implements LogSource {
    /** The kind of these sources. */
    public static final String KIND = "file";

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final Duration FRESHNESS = Duration.ofSeconds(60);

    private final Path path;
    private final LineConsumer consumer;
    private final Consumer<Follower> attention;
    private final Chain chain;
    /** Held while the consumer is called, so that a close can wait for the end of the call. */
    private final ReentrantLock delivery = new ReentrantLock();

    private volatile boolean closed;
    /** Whether the consumer had no room: nothing is offered until it says that it has. */
    private volatile boolean parked;

    private volatile SourceStatus status;
    private volatile Optional<Position> place = Optional.empty();

    /** Why the path cannot be looked at, and when it is looked at again. */
    private Optional<Unreadable> trouble = Optional.empty();

    private final RetryPause opening = new RetryPause();
    /** Why reading failed, and when it is tried again. */
    private Optional<Unreadable> failure = Optional.empty();

    private final RetryPause reading = new RetryPause();
    private Instant stoodAtEnd = Instant.MIN;
    private long linesRead;
    private long linesCut;
    private long errors;

    /**
     * @param attention called from any thread, with this, to ask for a look soon
     */
    public Follower(
            Path path, Start start, LineConsumer consumer, Generations generations, Consumer<Follower> attention) {
        this.path = path;
        this.consumer = consumer;
        this.attention = attention;
        this.chain = new Chain(path, start, generations);
        this.status = new SourceStatus(path.toString(), KIND, State.WAITING, "", 0, 0, 0, 0, 0, 0);
    }

    /** The path it follows. */
    public Path path() {
        return path;
    }

    @Override
    public SourceStatus status() {
        return status;
    }

    @Override
    public Optional<Position> position() {
        return place;
    }

    @Override
    public void resume() {
        if (parked) {
            parked = false;
            attention.accept(this);
        }
    }

    @Override
    public void close() {
        delivery.lock();
        try {
            closed = true;
        } finally {
            delivery.unlock();
        }
        attention.accept(this);
    }

    /** Whether it was closed, so that the thread that looks is to {@link #release} it. */
    public boolean isClosed() {
        return closed;
    }

    /** Whether a look would offer lines, if there are any. */
    public boolean isListening() {
        return !closed && !parked;
    }

    /** Closes its files. */
    public void release() {
        chain.close();
    }

    /** Whether nothing is at the path, and all that was there is read. */
    public boolean isDrained() {
        return chain.isEmpty();
    }

    /** Something happened to its file: if it failed, it is worth another attempt soon. From the thread that looks. */
    public void hint() {
        opening.shorten();
        reading.shorten();
    }

    /**
     * Looks at the path, reads at most one buffer, and offers its lines. Never throws for what the file or the consumer
     * does: it is in the status then, and tried again, after a pause that grows.
     *
     * @return whether there is more to read at once
     */
    public boolean look(FileBatch batch, Instant now) {
        return attempt(now, () -> {
            if (isUnchanged(now)) {
                stoodAtEnd = now;
                return false;
            }
            if (opening.isOver(now)) {
                notice(now);
            }
            boolean more = isListening() && reading.isOver(now) && read(batch, now);
            publish();
            return more;
        });
    }

    /**
     * The same for a file of which the kernel told that it was written, or of which there is more to read: while it goes on
     * as it was, what else happens at the path can wait for a look, and the lines come first.
     */
    public boolean readOn(FileBatch batch, Instant now) {
        return attempt(now, () -> {
            if (!goesOn()) {
                return look(batch, now);
            }
            boolean more = isListening() && read(batch, now);
            chain.observe(now);
            publish();
            return more;
        });
    }

    private boolean goesOn() throws IOException {
        return trouble.isEmpty() && failure.isEmpty() && chain.goesOn();
    }

    /** What cannot be looked at is no matter of reading: the look that follows tells. */
    private boolean isUnchanged(Instant now) {
        try {
            return trouble.isEmpty() && failure.isEmpty() && isListening() && chain.isUnchanged(now);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** What is done at a look; answers whether there is more to read at once. */
    private interface Attempt {
        boolean make() throws IOException;
    }

    private boolean attempt(Instant now, Attempt attempt) {
        boolean more = false;
        try {
            more = attempt.make();
        } catch (ConsumerFault fault) {
            // The files stay open: what was deleted meanwhile is still to be read.
            LOG.error("the reader of {} failed unexpectedly", path, fault.getCause());
            fail(Unreadable.of(path, fault.getCause()), now);
        } catch (IOException failed) {
            chain.abandon();
            fail(Unreadable.of(path, failed), now);
        } catch (RuntimeException unexpected) {
            // Whatever is wrong with this one, the other files are to be read.
            LOG.error("reading {} failed unexpectedly", path, unexpected);
            chain.abandon();
            fail(Unreadable.of(path, unexpected), now);
        }
        return more;
    }

    private void fail(Unreadable why, Instant now) {
        errors++;
        parked = false;
        reading.begin(now);
        failure = Optional.of(why);
        publish(0, 0);
    }

    private void notice(Instant now) {
        try {
            chain.notice(now);
            trouble = Optional.empty();
            opening.end();
        } catch (IOException unreadable) {
            troubled(Unreadable.of(path, unreadable), now);
        }
    }

    private void troubled(Unreadable why, Instant now) {
        boolean failed = why.state() == State.FAILED;
        if (failed) {
            opening.begin(now);
        } else {
            opening.end();
        }
        errors += failed ? 1 : 0;
        if (failed && !trouble.equals(Optional.of(why))) {
            LOG.warn("{}", why.reason());
        }
        trouble = Optional.of(why);
    }

    private boolean read(FileBatch batch, Instant now) throws IOException {
        OpenFile file = chain.first().orElse(null);
        if (file == null) {
            return false;
        }
        boolean more = file.hasNews()
                ? offer(file, batch, false, now) && (file.hasNews() || chain.isFirstFinished(now))
                : finish(file, batch, now);
        if (!chain.hasNews()) {
            stoodAtEnd = now;
        }
        return more;
    }

    /** Delivers what stands at a finished file's end without a line end, and goes on to the next file. */
    private boolean finish(OpenFile file, FileBatch batch, Instant now) throws IOException {
        if (!chain.isFirstFinished(now) || file.lag() > 0 && !offer(file, batch, true, now)) {
            return false;
        }
        if (!file.hasNews()) {
            chain.removeFirst(now);
        }
        return true;
    }

    /** Reads and offers; answers whether what was read is done with. */
    private boolean offer(OpenFile file, FileBatch batch, boolean complete, Instant now) throws IOException {
        int length = file.fill(batch.buffer());
        batch.begin(path.toString(), file.position(), now, isFresh(now));
        batch.slice(length, complete && !file.hasNews());
        if (batch.count() > 0 && !isTaken(file, batch)) {
            return false;
        }
        reading.end();
        failure = Optional.empty();
        file.advance(batch);
        linesRead += batch.count();
        linesCut += batch.cut();
        return true;
    }

    /** If not, the lines are read again. */
    private boolean isTaken(OpenFile file, FileBatch batch) {
        boolean taken = false;
        try {
            taken = deliver(batch) == Answer.TAKEN;
            return taken;
        } finally {
            if (!taken) {
                file.reconsider();
            }
        }
    }

    private boolean isFresh(Instant now) {
        return !stoodAtEnd.isBefore(now.minus(FRESHNESS));
    }

    private Answer deliver(FileBatch batch) {
        delivery.lock();
        try {
            if (closed) {
                return Answer.LATER;
            }
            // Set before the call: the consumer may have room again, and say so, before it has answered.
            parked = true;
            Answer answer = ask(batch);
            if (answer == Answer.TAKEN) {
                parked = false;
            }
            return answer;
        } finally {
            delivery.unlock();
        }
    }

    private Answer ask(FileBatch batch) {
        try {
            return consumer.take(batch);
        } catch (RuntimeException unexpected) {
            throw new ConsumerFault(unexpected);
        }
    }

    /** What the consumer threw. */
    private static final class ConsumerFault extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final RuntimeException thrown;

        ConsumerFault(RuntimeException thrown) {
            super(thrown);
            this.thrown = thrown;
        }

        @Override
        public synchronized RuntimeException getCause() {
            return thrown;
        }
    }

    private void publish() throws IOException {
        long position = chain.first().map(file -> file.position().offset()).orElse(0L);
        publish(position, chain.lag());
    }

    private void publish(long position, long lag) {
        place = chain.place().map(Position.class::cast);
        status = new SourceStatus(
                path.toString(),
                KIND,
                trouble.or(() -> failure).map(Unreadable::state).orElse(State.READING),
                reason(),
                position,
                lag,
                linesRead,
                linesCut,
                chain.rotationsTotal(),
                errors);
    }

    private String reason() {
        return trouble.map(why -> why.reason() + opening.text())
                .or(() -> failure.map(why -> why.reason() + reading.text()))
                .orElseGet(chain::losses);
    }
}
