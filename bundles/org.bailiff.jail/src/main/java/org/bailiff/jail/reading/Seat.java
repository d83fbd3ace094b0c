// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.reading;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.bailiff.api.filter.Matcher;
import org.bailiff.api.source.LineBatch;
import org.bailiff.api.source.Position;
import org.bailiff.api.source.Start;

/**
 * A jail's place at a stream: up to where it has taken lines and done with them. All state is guarded by the stream's
 * lock, which is this seat's {@code stream}.
 */
public final class Seat {
    private final SharedStream stream;
    private final Member member;
    private final Start start;
    private Matcher matcher;
    private Position taken;
    private long deliveries;
    private long done;
    private int[] chosen = new int[64];
    private int choices;
    private int firstNew;
    private boolean left;
    /** What the jail was told last of where it has settled. Written by its thread. */
    private volatile Position told;

    Seat(SharedStream stream, Member member, Matcher matcher, Start start) {
        this.stream = stream;
        this.member = member;
        this.matcher = matcher;
        this.start = start;
        this.taken = start.from().orElse(null);
    }

    /** For whom. */
    public Member member() {
        return member;
    }

    Matcher matcher() {
        return matcher;
    }

    void use(Matcher replacement) {
        matcher = replacement;
    }

    /** Where a source must begin so that this seat misses nothing. */
    Start goOn() {
        return taken == null ? start : Start.after(taken);
    }

    /** Begins behind this position, as a seat that wants only what is new does at a stream that is being read. */
    void beginAfter(Position position) {
        taken = position;
    }

    /** The position behind the last line taken; null if none was and the seat begins at an end. */
    Position taken() {
        return taken;
    }

    /** The jail has left: a reading that was on its way for it is not needed any more. */
    void rise() {
        left = true;
    }

    boolean hasLeft() {
        return left;
    }

    boolean wantsTail() {
        return taken == null && start.atTail();
    }

    /** What is left for its tail to come begins with this batch, which it could not take. */
    void standBefore(LineBatch batch) {
        if (wantsTail()) {
            taken = batch.before();
        }
    }

    /** Lines of this batch are chosen next. Forgets what was chosen of one that the sieve then failed on. */
    void chooseOf(LineBatch batch) {
        choices = 0;
        firstNew = firstNewOf(batch);
    }

    /** The first line that it has not had. Positions cost more than lines, so that few are asked for. */
    private int firstNewOf(LineBatch batch) {
        int low = 0;
        int high = taken == null || batch.before().compareTo(taken) >= 0 ? 0 : batch.count();
        while (low < high) {
            int middle = (low + high) / 2;
            if (batch.after(middle).compareTo(taken) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Notes a line that may concern the jail, unless it has had it already. */
    void choose(int line) {
        if (line < firstNew) {
            return;
        }
        if (choices == chosen.length) {
            chosen = Arrays.copyOf(chosen, choices * 2);
        }
        chosen[choices++] = line;
    }

    /**
     * Hands the chosen lines over; false if the jail has no room, and then nothing has changed.
     *
     * @param after the position behind the batch
     */
    boolean deliver(LineBatch batch, Position after) {
        int count = choices;
        choices = 0;
        if (count > 0) {
            CandidateLines lines = CandidateLines.copy(batch, after, matcher, chosen, count);
            if (!member.inbox().offer(new Delivery(lines, this))) {
                return false;
            }
            deliveries++;
        }
        if (taken == null || after.compareTo(taken) > 0) {
            taken = after;
        }
        return true;
    }

    SharedStream shared() {
        return stream;
    }

    public String stream() {
        return stream.name();
    }

    /**
     * The position up to which the jail has done with everything, if it is another one than it was when it was asked last;
     * empty if not, or while a delivery is under way. Asked by the jail's thread.
     */
    public Optional<Position> moved() {
        Optional<Position> moved = settled().filter(position -> !Objects.equals(told, position));
        moved.ifPresent(position -> told = position);
        return moved;
    }

    /** Whether {@link #moved} would tell one. */
    public boolean hasMoved() {
        return settled().filter(position -> !Objects.equals(told, position)).isPresent();
    }

    /** Told by the jail's thread when it has done with a delivery. */
    public void delivered() {
        synchronized (stream) {
            done++;
        }
        stream.caughtUp(this);
    }

    /** Told by the jail's thread when it has room for what it had to refuse. */
    public void room() {
        stream.roomAt(this);
    }

    /**
     * The position up to which the jail has done with everything; empty while a delivery is under way. Before there is a
     * line it is where its source began, if that is known: killed now, the jail goes on there.
     */
    public Optional<Position> settled() {
        synchronized (stream) {
            if (deliveries != done) {
                return Optional.empty();
            }
            return Optional.ofNullable(taken).or(() -> stream.beginningFor(this));
        }
    }
}
