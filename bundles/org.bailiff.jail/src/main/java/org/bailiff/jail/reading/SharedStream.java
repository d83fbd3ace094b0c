// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.bailiff.api.filter.FilterCompiler;
import org.bailiff.api.filter.Matcher;
import org.bailiff.api.source.LogSource;
import org.bailiff.api.source.LogSourceFactory;
import org.bailiff.api.source.Position;
import org.bailiff.api.source.SourceStatus;
import org.bailiff.api.source.Start;

/**
 * A stream and all who read it: one shared reading, and one more for each seat that fell behind, until it has caught up.
 *
 * <p>This object is the lock of its readings and seats. {@link #join}, {@link #leave}, {@link #use} and everything that
 * opens or closes a source run on the readings' thread.
 */
final class SharedStream {
    private final String name;
    private final LogSourceFactory factory;
    private final FilterCompiler compiler;
    private final Executor readingsThread;
    private final Map<Seat, Reading> alone = new HashMap<>();
    private Reading shared;

    SharedStream(String name, LogSourceFactory factory, FilterCompiler compiler, Executor readingsThread) {
        this.name = name;
        this.factory = factory;
        this.compiler = compiler;
        this.readingsThread = readingsThread;
    }

    String name() {
        return name;
    }

    /**
     * A seat that goes on behind this position, or begins at an end of the stream.
     *
     * @param late whether those who read already are not to go back for it
     */
    Seat join(Member member, Matcher matcher, Start start, boolean late) {
        Seat seat = new Seat(this, member, matcher, start);
        if (!sitDown(seat)) {
            if (mayReopenFor(seat, late)) {
                reopenFor(seat);
            } else {
                readAlone(seat);
            }
        }
        return seat;
    }

    /**
     * Whether the others keep their places if the shared reading begins anew where the seat needs it. Who has not had any
     * line yet would get other ones than it is there for, and a tail leaves no way back.
     */
    private synchronized boolean mayReopenFor(Seat seat, boolean late) {
        if (shared == null || late) {
            return shared == null;
        }
        // It begins at a time, and whoever had lines may stand before that; who had none wants a later time.
        boolean atATime = seat.goOn().since().isPresent();
        return !seat.wantsTail()
                && shared.seats().stream()
                        .noneMatch(
                                other -> atATime ? other.taken() != null || other.wantsTail() : other.taken() == null);
    }

    private synchronized boolean sitDown(Seat seat) {
        if (shared == null) {
            return false;
        }
        if (seat.wantsTail() && shared.position() != null) {
            seat.beginAfter(shared.position());
        }
        if (!shared.serves(seat)) {
            return false;
        }
        shared.add(seat);
        return true;
    }

    /** The shared reading begins anew where the seat needs it; the others skip what they have had. */
    private void reopenFor(Seat seat) {
        Reading before;
        Reading fresh = new Reading(this, compiler, seat.goOn());
        synchronized (this) {
            before = shared;
            List<Seat> seats = before == null ? List.of() : List.copyOf(before.seats());
            if (before != null) {
                before.end();
            }
            seats.forEach(fresh::add);
            fresh.add(seat);
            shared = fresh;
        }
        close(before);
        open(fresh, seat.goOn());
    }

    /** Called under the lock, by the source's thread. */
    void fallBehind(Seat seat) {
        shared.remove(seat);
        readingsThread.execute(() -> readAlone(seat));
    }

    private void readAlone(Seat seat) {
        Reading reading;
        synchronized (this) {
            if (seat.hasLeft()) {
                return;
            }
            reading = new Reading(this, compiler, seat.goOn());
            reading.add(seat);
            alone.put(seat, reading);
        }
        open(reading, seat.goOn());
    }

    /** Called by the jail's thread: the seat has room again. */
    void roomAt(Seat seat) {
        Reading reading;
        synchronized (this) {
            reading = alone.getOrDefault(seat, shared);
        }
        if (reading != null) {
            reading.source().ifPresent(LogSource::resume);
        }
    }

    /** Called by the jail's thread: it has done with some lines of the seat, maybe with the last that it was behind. */
    void caughtUp(Seat seat) {
        if (isAlone(seat)) {
            readingsThread.execute(() -> rejoin(seat));
        }
    }

    /**
     * Called under the lock, by the source's thread, when a seat took lines: it may stand where the others do, and none of
     * the lines was for it, so that nobody will tell.
     */
    void took(Seat seat) {
        if (alone.containsKey(seat) && shared != null && shared.serves(seat)) {
            readingsThread.execute(() -> rejoin(seat));
        }
    }

    /** Whether the seat does not read with the others, and so may be behind them. */
    synchronized boolean isAlone(Seat seat) {
        return shared == null || !shared.seats().contains(seat);
    }

    /** Lets a seat that has caught up sit down with the others again. */
    private void rejoin(Seat seat) {
        Reading caughtUp;
        synchronized (this) {
            caughtUp = alone.get(seat);
            boolean abreast = caughtUp != null && shared != null && shared.serves(seat);
            if (!abreast) {
                return;
            }
            alone.remove(seat);
            caughtUp.end();
            shared.add(seat);
        }
        close(caughtUp);
    }

    /** Where the seat begins that has had nothing yet; empty if that is not known, or lines have gone by. */
    synchronized Optional<Position> beginningFor(Seat seat) {
        return Optional.ofNullable(alone.getOrDefault(seat, shared)).flatMap(reading -> reading.beginningFor(seat));
    }

    /** The seat's matcher is replaced between two batches. */
    synchronized void use(Seat seat, Matcher matcher) {
        seat.use(matcher);
        Reading reading = alone.getOrDefault(seat, shared);
        if (reading != null) {
            reading.sieveAnew();
        }
    }

    /** The seat gets no lines any more. */
    void leave(Seat seat) {
        List<Reading> toClose = new ArrayList<>();
        synchronized (this) {
            seat.rise();
            Reading own = alone.remove(seat);
            if (own != null) {
                own.end();
                toClose.add(own);
            }
            if (shared != null) {
                shared.remove(seat);
                if (shared.seats().isEmpty()) {
                    shared.end();
                    toClose.add(shared);
                    shared = null;
                }
            }
        }
        toClose.forEach(this::close);
    }

    synchronized boolean isUnused() {
        return shared == null && alone.isEmpty();
    }

    Optional<SourceStatus> status() {
        Reading reading;
        synchronized (this) {
            reading = shared != null
                    ? shared
                    : alone.values().stream().findFirst().orElse(null);
        }
        return Optional.ofNullable(reading).flatMap(Reading::source).map(LogSource::status);
    }

    private void open(Reading reading, Start start) {
        reading.open(factory.open(name, start, reading));
    }

    private void close(Reading reading) {
        if (reading != null) {
            reading.source().ifPresent(LogSource::close);
        }
    }

    /** The position that the source's factory wrote; empty, and the stream begins at its head, if it is none. */
    Optional<Position> parse(String text) {
        try {
            return Optional.of(factory.parsePosition(text));
        } catch (IllegalArgumentException notAPosition) {
            // Written by another kind or version of source: reading from the head loses nothing.
            return Optional.empty();
        }
    }
}
