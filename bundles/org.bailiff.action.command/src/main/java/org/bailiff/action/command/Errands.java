// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.command;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bailiff.action.command.LedgerEntry.State;
import org.bailiff.api.Ban;

/**
 * What is to be told, in order, and what was. Used by the worker's thread, but for {@link #counts} and {@link #wasTold},
 * which any may call.
 */
final class Errands {
    /**
     * A ban that was told and is not there after a start, although its time is not over, was unbanned, or its decision was
     * lost with the crash and will be taken again from the log. So long that is waited for.
     */
    static final Duration DOUBT = Duration.ofSeconds(30);

    private final Ledger ledger;
    private final Deque<Task> queue = new ArrayDeque<>();
    /** Bans in doubt, and until when. */
    private final Map<LedgerEntry, Instant> doubtful = new HashMap<>();

    private int room;
    private int bansWaiting;
    private long dropped;

    private volatile Counts counts = new Counts(0, 0, 0, "", "");

    Errands(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Takes up what is there, once, before anything else. */
    void open() {
        ledger.open();
        for (LedgerEntry entry : ledger.entries()) {
            if (entry.state() == State.WAITING) {
                add(new Task(Event.BAN, entry));
            }
        }
    }

    /** How many bans may wait. */
    void room(int bans) {
        room = bans;
    }

    /** Comes before all that waits. */
    void start() {
        queue.removeIf(task -> task.event() == Event.START || task.event() == Event.STOP);
        queue.addFirst(new Task(Event.START, null));
    }

    /** Takes up what is in force: what is known was told or will be; the rest is told, unless the action is new. */
    void restore(Collection<Ban> bans, Instant now) {
        ledger.asOne(() -> compare(bans, now));
    }

    private void compare(Collection<Ban> bans, Instant now) {
        Set<String> inForce = new HashSet<>();
        boolean isNew = ledger.takeNew();
        for (Ban ban : bans) {
            inForce.add(ban.id());
            if (isNew && ledger.find(ban.id()).isEmpty()) {
                ledger.add(ban, State.SKIPPED);
            } else {
                ban(ban);
            }
        }
        for (LedgerEntry entry : ledger.entries()) {
            if (!inForce.contains(entry.id())) {
                gone(entry, now);
            }
        }
    }

    private void gone(LedgerEntry entry, Instant now) {
        boolean over = entry.ban().filter(ban -> !ban.isOver(now)).isEmpty();
        if (over || entry.state() == State.SKIPPED) {
            end(entry);
        } else if (!entry.isEnding()) {
            doubtful.put(entry, now.plus(DOUBT));
        }
    }

    /** A ban began. One that is known is not told again. */
    void ban(Ban ban) {
        Optional<LedgerEntry> known = ledger.find(ban.id());
        if (known.isEmpty()) {
            begin(ban);
            return;
        }
        LedgerEntry entry = known.get();
        entry.refresh(ban);
        doubtful.remove(entry);
        if (entry.isEnding()) {
            boolean waits = queue.removeIf(task -> task.entry() == entry && task.event() == Event.UNBAN);
            entry.ending(false);
            if (!waits) {
                // Its end is being told at this moment.
                begin(ban);
            }
        }
    }

    private void begin(Ban ban) {
        if (bansWaiting >= room) {
            dropOldest();
        }
        add(new Task(Event.BAN, ledger.add(ban, State.WAITING)));
    }

    /** The oldest ban ends first, so least is lost with it. If it is being told just now, it may yet be. */
    private void dropOldest() {
        Iterator<Task> tasks = queue.iterator();
        while (tasks.hasNext()) {
            Task task = tasks.next();
            if (task.isBan()) {
                tasks.remove();
                bansWaiting--;
                dropped++;
                ledger.become(task.entry(), State.SKIPPED);
                return;
            }
        }
    }

    private void add(Task task) {
        queue.addLast(task);
        bansWaiting += task.isBan() ? 1 : 0;
    }

    /** A ban ended. Its end is told if the ban was, or will be. */
    void unban(Ban ban) {
        ledger.find(ban.id()).ifPresent(entry -> {
            entry.refresh(ban);
            end(entry);
        });
    }

    private void end(LedgerEntry entry) {
        doubtful.remove(entry);
        if (entry.state() == State.SKIPPED) {
            ledger.remove(entry);
        } else if (!entry.isEnding()) {
            entry.ending(true);
            add(new Task(Event.UNBAN, entry));
        }
    }

    /** Ends all of them, as the action is taken away: what was told is told to have ended, and nothing else is. */
    void release() {
        queue.removeIf(task -> task.event() != Event.UNBAN);
        bansWaiting = 0;
        for (LedgerEntry entry : ledger.entries()) {
            if (entry.state() != State.TOLD) {
                ledger.remove(entry);
            } else {
                end(entry);
            }
        }
        add(new Task(Event.STOP, null));
    }

    /** What is to be told next, which stays in the queue until it is; empty if nothing. */
    Optional<Task> next(Instant now) {
        ledger.retry();
        doubtful.entrySet().stream()
                .filter(doubt -> !now.isBefore(doubt.getValue()))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(this::end);
        while (isMoot(queue.peekFirst())) {
            ledger.remove(queue.removeFirst().entry());
        }
        return Optional.ofNullable(queue.peekFirst());
    }

    /** Whether it is the end of a ban that was not told after all. */
    private static boolean isMoot(Task task) {
        return task != null && task.event() == Event.UNBAN && task.entry().state() != State.TOLD;
    }

    /** It was told. */
    void told(Task task) {
        remove(task);
        if (task.isBan()) {
            ledger.become(task.entry(), State.TOLD);
        } else if (task.event() == Event.UNBAN) {
            ledger.remove(task.entry());
        }
    }

    /** It failed too often, and is not tried again. */
    void givenUp(Task task) {
        remove(task);
        if (task.isBan()) {
            ledger.become(task.entry(), State.SKIPPED);
        } else if (task.event() == Event.UNBAN) {
            ledger.remove(task.entry());
        }
    }

    private void remove(Task task) {
        if (queue.remove(task) && task.isBan()) {
            bansWaiting--;
        }
    }

    /** When a doubt ends; empty if there is none. */
    Optional<Instant> nextDoubt() {
        return doubtful.values().stream().min(Instant::compareTo);
    }

    /** Forgets all of them, and that there ever were any. */
    void forget() {
        queue.clear();
        doubtful.clear();
        ledger.forget();
    }

    /** Whether the ban of this id was told. */
    boolean wasTold(String id) {
        return ledger.wasTold(id);
    }

    /** Keeps no more of what happens. */
    void close() {
        ledger.close();
    }

    /**
     * How much there is.
     *
     * @param told bans that were told and have not ended
     * @param waiting errands
     * @param dropped bans that were not told for want of room, since the beginning
     * @param problem why what was told is not kept; empty if it is
     * @param loss what the record of it had lost at the start, as a sentence; empty if nothing
     */
    record Counts(long told, long waiting, long dropped, String problem, String loss) {}

    /** How much there was when it was last published. */
    Counts counts() {
        return counts;
    }

    /** Shows how much there is now. */
    void publish() {
        counts = new Counts(ledger.told(), queue.size(), dropped, ledger.problem(), ledger.loss());
    }
}
