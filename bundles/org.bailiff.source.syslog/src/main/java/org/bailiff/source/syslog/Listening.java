// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.syslog;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.source.SourceStatus.State;
import org.bailiff.source.syslog.receive.CannotListenException;
import org.bailiff.source.syslog.receive.Intake;
import org.bailiff.source.syslog.receive.KernelDrops;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One address, the messages that came in there, and the sources that deliver them. Belongs to the thread that reads.
 *
 * <p>It outlives its last source for a moment: a source that is closed and opened anew, as when another jail joins, is to
 * find the messages that came in between.
 */
final class Listening {
    private static final Logger LOG = LoggerFactory.getLogger(Listening.class);
    private static final Duration LINGER = Duration.ofSeconds(2);
    /** How often is looked for what was missed, while there is something to miss. */
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final SyslogAddress address;
    private final Backlog backlog;
    private final Sockets sockets;
    private final Inlet inlet;
    private final Missed missed;
    private final List<SyslogSource> sources = new ArrayList<>();
    private final Pauses pauses = new Pauses();

    /** Null while it is not listened at. */
    private Intake intake;

    private String trouble = "";
    private long failures;
    private Instant nextAttempt = Instant.MIN;
    private Instant nextLook = Instant.MIN;
    private Instant abandoned;
    private long seen;

    Listening(SyslogAddress address, Backlog backlog, Sockets sockets, InstantSource clock) {
        this.address = address;
        this.backlog = backlog;
        this.sockets = sockets;
        this.inlet = new Inlet(address, backlog, clock, this::isFull);
        this.missed = new Missed(
                address.place() instanceof SyslogAddress.Udp udp
                        ? Optional.of(new KernelDrops(udp.address()))
                        : Optional.empty());
    }

    SyslogAddress address() {
        return address;
    }

    Backlog backlog() {
        return backlog;
    }

    void add(SyslogSource source) {
        if (sources.isEmpty()) {
            // What kept it from being listened at may have gone with the jail that left.
            nextAttempt = Instant.MIN;
        }
        source.begin(backlog);
        sources.add(source);
        abandoned = null;
    }

    void remove(SyslogSource source, Instant now) {
        if (sources.remove(source) && sources.isEmpty()) {
            abandoned = now;
        }
    }

    boolean isInUse() {
        return !sources.isEmpty();
    }

    /** Whether it had no source for so long that none is on its way. */
    boolean isOver(Instant now) {
        return abandoned != null && isDue(abandoned.plus(LINGER), now);
    }

    private boolean isFull() {
        return sources.isEmpty() || sources.stream().anyMatch(source -> source.isFarBehind(backlog));
    }

    /** Does what is due; answers when it wants to be asked again, if nothing happens before. */
    Instant step(Instant now, SyslogBatch batch) {
        if (intake != null && !intake.isOpen()) {
            failed("the socket broke", now);
        }
        if (intake == null && isDue(nextAttempt, now)) {
            open(now);
        }
        sources.forEach(source -> source.deliver(batch));
        if (intake != null) {
            intake.goOn();
        }
        lookForMissed(now);
        tell(now);
        return next(now);
    }

    /** A clock that was set back by hours makes nobody wait for hours. */
    private static boolean isDue(Instant time, Instant now) {
        return !now.isBefore(time) || Duration.between(now, time).compareTo(Duration.ofSeconds(61)) > 0;
    }

    private void open(Instant now) {
        try {
            intake = sockets.open(address.place(), inlet);
            trouble = "";
            pauses.afterSuccess();
            missed.countAnew();
            LOG.info("listening at {}", address.place());
        } catch (CannotListenException refused) {
            failed(refused.getMessage(), now);
        }
    }

    private void failed(String reason, Instant now) {
        if (!reason.equals(trouble)) {
            LOG.warn("{}: {}", address.place(), reason);
        }
        intake = null;
        trouble = reason;
        failures++;
        nextAttempt = now.plus(pauses.afterFailure());
    }

    /** Only if something came: while nothing does, nothing is missed, and nobody is woken for it. */
    private void lookForMissed(Instant now) {
        if (seen != backlog.last() + inlet.refused() && isDue(nextLook, now)) {
            seen = backlog.last() + inlet.refused();
            nextLook = now.plus(LOOK);
            missed.look(inlet.refused(), now);
        }
    }

    private void tell(Instant now) {
        Condition present = new Condition(
                intake == null ? State.WAITING : State.READING,
                intake == null ? trouble : missed.sentence(now),
                failures + missed.total());
        sources.forEach(source -> source.isNow(present));
    }

    private Instant next(Instant now) {
        Instant next = Instant.MAX;
        if (intake == null) {
            next = nextAttempt;
        } else if (seen != backlog.last() + inlet.refused()) {
            next = nextLook;
        }
        Instant end = abandoned == null ? Instant.MAX : abandoned.plus(LINGER);
        return end.isBefore(next) ? end : next;
    }

    void close() {
        if (intake != null) {
            intake.close();
            intake = null;
        }
    }
}
