// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.command;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
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
    /** What others bring, for the worker to take up: nobody waits for a file or a command. */
    private final Queue<Runnable> inbox = new ConcurrentLinkedQueue<>();
    /** Null while nobody has joined. Guarded by this, as all below. */
    private ActionListener listener;

    private boolean everJoined;
    private long left;
    private boolean releasing;
    private boolean released;
    private boolean over;
    private Remark lastRemark = new Remark(false, "");

    /** What is announced when it changes: not each count of those that wait. */
    private record Remark(boolean troubled, String loss) {}

    Desk(String name, Errands errands, Teller teller, Times times) {
        this.errands = errands;
        this.teller = teller;
        this.times = times;
        this.worker = new Worker("bailiff-command-" + name, this::step);
        inbox.add(errands::open);
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
        inbox.add(() -> errands.room(settings.queue()));
        if (!everJoined || released) {
            inbox.add(errands::start);
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
        List<Ban> inForce = List.copyOf(bans);
        bring(() -> errands.restore(inForce, times.clock().instant()));
    }

    void ban(Ban ban) {
        bring(() -> errands.ban(ban));
    }

    void unban(Ban ban) {
        bring(() -> errands.unban(ban));
    }

    private void bring(Runnable news) {
        inbox.add(news);
        worker.wake();
    }

    /** Takes up what others brought; it is noted then, also while a command runs. */
    private void takeUp() {
        Runnable news = inbox.poll();
        while (news != null) {
            news.run();
            news = inbox.poll();
        }
        errands.publish();
    }

    boolean wasTold(String id) {
        return errands.wasTold(id);
    }

    /** One step of the worker; when the next is due. */
    Optional<Duration> step() throws InterruptedException {
        takeUp();
        if (mayEnd()) {
            return Optional.empty();
        }
        Optional<Duration> next = teller.step(this::takeUp);
        errands.publish();
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
            errands.publish();
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
        Remark remark = new Remark(!teller.trouble().isEmpty(), errands.counts().loss());
        ActionListener told;
        synchronized (this) {
            boolean same = remark.equals(lastRemark);
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
                label(),
                // Whether somebody can be told is no reason for a jail to wait.
                ActionStatus.State.READY,
                teller.remark(),
                new ActionStatus.Entries(counts.told(), counts.waiting() + inbox.size(), -1, 0, 0),
                teller.tally().totals(counts.dropped()));
    }

    /** What people know the action by. */
    String label() {
        return teller.label();
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
        if (worker.hasEnded()) {
            takeUp();
            errands.close();
        }
    }
}
