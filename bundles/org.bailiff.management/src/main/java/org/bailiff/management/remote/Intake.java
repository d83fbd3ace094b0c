// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.bailiff.api.Caller;

/**
 * How much memory one connection may make us hold: the bytes that it sends and the arrays that it announces, from a request's
 * first byte until the next request is waited for. No filter of classes sees the bytes of a text, which may have no end.
 * Each request is a stranger's until it has been found to be for the connection of somebody who has logged in. What goes
 * beyond a stranger's part is drawn from what all connections share. Thread-safe.
 */
final class Intake {
    /** A login, a look into the registry, RMI's own messages: all are far smaller. */
    static final int OF_A_STRANGER = 1 << 14;
    /** A text with a definition arrives packed, and counts as what was sent and as an array. */
    static final int OF_A_USER = 1 << 21;
    /** A byte of a text may take eight of the heap while it is read. */
    static final int OF_ALL = 1 << 22;

    private static final ThreadLocal<Intake> CURRENT = new ThreadLocal<>();

    private final AtomicLong shared;
    private final BiConsumer<Optional<Caller>, String> refused;
    /** Guarded by this, as all that follows. */
    private long held;

    private long drawn;
    private boolean answered;
    private boolean closed;
    private Optional<Caller> user = Optional.empty();

    /**
     * @param shared what all connections have drawn
     * @param refused is told whose bytes were too many, if that is known, and why
     */
    Intake(AtomicLong shared, BiConsumer<Optional<Caller>, String> refused) {
        this.shared = shared;
        this.refused = refused;
    }

    /** That of the connection which this thread serves. */
    static Optional<Intake> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** This thread is about to read. If there was an answer, all that the request held is free: its thread is here again. */
    synchronized void waiting() {
        CURRENT.set(this);
        if (answered) {
            release();
        }
    }

    /** This much was read. */
    void read(int bytes) throws IOException {
        Optional<String> trouble = take(bytes);
        if (trouble.isPresent()) {
            refused.accept(user(), trouble.get());
            throw new IOException(trouble.get());
        }
    }

    /** Takes as much as an array needs that is about to be made, or what was read; answers why not, if it is too much. */
    synchronized Optional<String> take(long bytes) {
        held += bytes;
        int limit = user.isPresent() ? OF_A_USER : OF_A_STRANGER;
        if (closed || held > limit) {
            return Optional.of("refused: more than " + limit + " bytes in one request"
                    + (user.isPresent() ? "" : " of somebody who has not logged in"));
        }
        long more = Math.max(0, held - OF_A_STRANGER) - drawn;
        // Who draws nothing goes on, however much others have drawn.
        if (more > 0 && shared.addAndGet(more) > OF_ALL) {
            shared.addAndGet(-more);
            return Optional.of("refused: all connections together send too much at once");
        }
        drawn += more;
        return Optional.empty();
    }

    /** The request is one of this user's. */
    synchronized void welcome(Caller caller) {
        user = Optional.of(caller);
    }

    synchronized void answered() {
        answered = true;
    }

    /** The connection has ended. */
    synchronized void close() {
        release();
        closed = true;
    }

    private synchronized Optional<Caller> user() {
        return user;
    }

    private void release() {
        shared.addAndGet(-drawn);
        drawn = 0;
        held = 0;
        answered = false;
        user = Optional.empty();
    }
}
