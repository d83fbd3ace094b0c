// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.filter.FilterCompiler;
import org.bailiff.api.filter.Sieve;
import org.bailiff.api.source.LineBatch;
import org.bailiff.api.source.LineConsumer;
import org.bailiff.api.source.LogSource;
import org.bailiff.api.source.Position;
import org.bailiff.api.source.Start;

/**
 * One pass over a stream, for one or more seats. All state is guarded by the stream's lock, {@code lock}; the source is
 * opened and closed outside of it, because a source that is being closed waits for a call under way.
 */
final class Reading implements LineConsumer {
    private final SharedStream lock;
    private final FilterCompiler compiler;
    private final Start start;
    private final List<Seat> seats = new ArrayList<>();
    private Sieve sieve;
    private Position position;
    private boolean ended;
    private LogSource source;

    Reading(SharedStream lock, FilterCompiler compiler, Start start) {
        this.lock = lock;
        this.compiler = compiler;
        this.start = start;
        this.position = start.from().orElse(null);
    }

    void open(LogSource opened) {
        synchronized (lock) {
            source = opened;
        }
        // A seat that was refused at once may have got room before there was a source to be told.
        opened.resume();
    }

    Optional<LogSource> source() {
        synchronized (lock) {
            return Optional.ofNullable(source);
        }
    }

    /** Takes no line any more. The source is still to be closed, outside of the lock. */
    void end() {
        ended = true;
        seats.clear();
    }

    List<Seat> seats() {
        return seats;
    }

    /** The position behind the last line taken; null if none was and it begins at an end. */
    Position position() {
        return position;
    }

    /** Whether a seat misses nothing if it sits down now. */
    boolean serves(Seat seat) {
        if (seat.taken() == null) {
            return position == null && beginsFor(seat.goOn());
        }
        return position == null ? !start.atTail() : position.compareTo(seat.taken()) <= 0;
    }

    private boolean beginsFor(Start wanted) {
        boolean earlyEnough = start.since().isEmpty()
                || wanted.since()
                        .filter(time -> !time.isBefore(start.since().get()))
                        .isPresent();
        return wanted.atTail() == start.atTail() && (wanted.atTail() || earlyEnough);
    }

    /**
     * Where the source stands, if the seat is here for where it began and no line was taken since: then that is where it
     * began. A source notes its place after the lines are taken, so that it is not ahead of what is known here.
     */
    Optional<Position> beginningFor(Seat seat) {
        boolean untouched = source != null && position == null && seats.contains(seat) && serves(seat);
        return untouched ? source.position() : Optional.empty();
    }

    void add(Seat seat) {
        seats.add(seat);
        sieveAnew();
    }

    void remove(Seat seat) {
        if (seats.remove(seat)) {
            sieveAnew();
        }
    }

    /** Must be called when a seat's matcher changed. */
    void sieveAnew() {
        sieve = compiler.combine(seats.stream().map(Seat::matcher).toList());
    }

    @Override
    public Answer take(LineBatch batch) {
        synchronized (lock) {
            if (ended || seats.isEmpty()) {
                return Answer.TAKEN;
            }
            Position after = batch.after(batch.count() - 1);
            seats.forEach(seat -> seat.chooseOf(batch));
            sieve.sift(batch, (matcher, line) -> seats.get(matcher).choose(line));
            List<Seat> without = new ArrayList<>();
            for (Seat seat : seats) {
                if (!seat.deliver(batch, after)) {
                    without.add(seat);
                }
            }
            if (without.size() == seats.size()) {
                return Answer.LATER;
            }
            // The others are not held up: who has no room goes on alone from where it stands.
            for (Seat seat : without) {
                seat.standBefore(batch);
                lock.fallBehind(seat);
            }
            position = after;
            seats.forEach(lock::took);
            return Answer.TAKEN;
        }
    }
}
