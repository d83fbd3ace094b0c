// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.command;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import org.bailiff.api.Ban;
import org.bailiff.api.action.ActionListener;
import org.bailiff.api.action.ActionStatus;

/**
 * Where one action of a jail hands in what is to be told. It stays for a while when the action ends, so that an action
 * that is only configured anew goes on where the other was. Thread-safe.
 */
final class Desk {
    /** How long after its end an action is still expected back; a reload takes moments. */
    static final Duration ABSENCE = Duration.ofSeconds(10);

    private final Errands errands;
    private final Teller teller;
    private final Times times;
    private final Worker worker;
    /** Null while nobody has joined. Guarded by this, as all below. */
    private ActionListener listener;

    private boolean everJoined;
    private long left;
    private boolean releasing;
    private boolean released;
    private boolean over;
    private String lastRemark = "";

    Desk(String name, Errands errands, Teller teller, Times times) {
        this.errands = errands;
        this.teller = teller;
        this.times = times;
        this.worker = new Worker("bailiff-command-" + name, this::step);
    }

    /**
     * Becomes the action's.
     *
     * @return whether that is possible: it is over if the action before has ended for good
     * @throws IllegalArgumentException if another action has it
     */
    synchronized boolean join(CommandSettings settings, ActionListener joining) {
        if (listener != null) {
            throw new IllegalArgumentException(
                    "the jail has two actions command[name=" + settings.name() + "]; give each a name of its own");
        }
        if (over) {
            return false;
        }
        listener = joining;
        teller.use(settings);
        if (!everJoined || released) {
            errands.start();
        }
        everJoined = true;
        releasing = false;
        released = false;
        return true;
    }

    /** Ends the action's use of it. */
    synchronized void leave(boolean release) {
        listener = null;
        releasing = release;
        left = times.steady().getAsLong();
        worker.wake();
    }

    void restore(Collection<Ban> bans) {
        errands.restore(bans, times.clock().instant());
        worker.wake();
    }

    void ban(Ban ban) {
        errands.ban(ban);
        worker.wake();
    }

    void unban(Ban ban) {
        errands.unban(ban);
        worker.wake();
    }

    boolean wasTold(String id) {
        return errands.wasTold(id);
    }

    /** One step of the worker; when the next is due. */
    Optional<Duration> step() throws InterruptedException {
        if (mayEnd()) {
            return Optional.empty();
        }
        Optional<Duration> next = teller.step();
        announce();
        return isLeft() ? Optional.of(next.orElse(ABSENCE)) : next;
    }

    private synchronized boolean isLeft() {
        return listener == null && !over;
    }

    /** Whether nobody has come back, and all that was left to tell is told. */
    private synchronized boolean mayEnd() {
        if (listener != null || over) {
            return over;
        }
        if (times.steady().getAsLong() - left < ABSENCE.toNanos()) {
            return false;
        }
        if (releasing && !released) {
            released = true;
            errands.release();
        }
        over = !releasing || errands.counts().waiting() == 0;
        if (over && releasing) {
            errands.forget();
        }
        if (over) {
            errands.close();
        }
        return over;
    }

    private void announce() {
        String remark = teller.remark();
        ActionListener told;
        synchronized (this) {
            boolean same = remark.isEmpty() == lastRemark.isEmpty();
            lastRemark = remark;
            told = same ? null : listener;
        }
        if (told != null) {
            told.stateChanged(status());
        }
    }

    ActionStatus status() {
        Errands.Counts counts = errands.counts();
        return new ActionStatus(
                CommandSettings.ACTION,
                // Whether somebody can be told is no reason for a jail to wait.
                ActionStatus.State.READY,
                teller.remark(),
                new ActionStatus.Entries(counts.told(), counts.waiting(), -1, 0, 0),
                teller.tally().totals(counts.dropped()));
    }

    /** The thread that carries errands out. */
    Worker worker() {
        return worker;
    }

    /** Ends for good, after its worker: what is not told yet is told after the next start. */
    void close() {
        synchronized (this) {
            over = true;
        }
        errands.close();
    }
}
