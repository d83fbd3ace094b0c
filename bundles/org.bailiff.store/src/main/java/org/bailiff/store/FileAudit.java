// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.bailiff.api.Caller;
import org.bailiff.api.audit.Audit;
import org.bailiff.api.audit.AuditEntry;
import org.bailiff.api.audit.AuditTrail;
import org.bailiff.text.SafeText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The audit trail, in a file. What the disk does not take waits and is written, in its order, when it does; floods of
 * refusals are thinned out, what was done never. Thread-safe.
 */
final class FileAudit implements Audit, AuditTrail {
    /** How large a file may become. */
    static final long LIMIT = 10 * 1024 * 1024;
    /** How many entries may wait. */
    static final int WAITING = 1000;

    private static final Logger LOGGER = LoggerFactory.getLogger(FileAudit.class);
    private static final String DONE = "done";

    private final AuditFile file;
    private final InstantSource clock;
    private final RefusedMinutes refused = new RefusedMinutes();
    /** What could not be written, the oldest first. */
    private final Deque<AuditEntry> waiting = new ArrayDeque<>();
    /** How many came after those that wait, and found no room. */
    private long lost;

    FileAudit(Path file, InstantSource clock, long limit) {
        this.file = new AuditFile(file, limit);
        this.clock = clock;
    }

    @Override
    public synchronized void record(
            Caller caller, String what, String subject, String before, String after, String outcome) {
        tick();
        AuditEntry entry = new AuditEntry(
                clock.instant(),
                new Caller(
                        SafeText.of(caller.principal()),
                        SafeText.of(caller.channel()),
                        caller.role(),
                        SafeText.of(caller.from())),
                SafeText.of(what),
                SafeText.of(subject),
                SafeText.of(before),
                SafeText.of(after),
                SafeText.of(outcome));
        if (changedSomething(entry) || refused.isTold(entry)) {
            keep(entry);
        }
    }

    /** A change that was made, but not as it was meant, has another value after it. */
    private static boolean changedSomething(AuditEntry entry) {
        return entry.outcome().equals(DONE) || !entry.before().equals(entry.after());
    }

    private void keep(AuditEntry entry) {
        if (lost > 0 || waiting.size() >= WAITING) {
            lost++;
            LOGGER.error("{} cannot be written, so this is not kept: {}", file, AuditLine.of(entry));
            return;
        }
        boolean first = waiting.isEmpty();
        waiting.add(entry);
        writeWaiting(first);
        if (!waiting.isEmpty()) {
            LOGGER.error("{} cannot be written, so this waits for it: {}", file, AuditLine.of(entry));
        }
    }

    /** Writes what waits, if the disk takes it, and how many refusals there were. To be called every few seconds. */
    synchronized void tick() {
        writeWaiting(false);
        refused.over(clock.instant()).forEach(this::keep);
    }

    /** Writes all that there is to write, as far as the disk takes it. */
    synchronized void flush() {
        writeWaiting(false);
        refused.all().forEach(this::keep);
    }

    private void writeWaiting(boolean sayWhy) {
        try {
            while (!waiting.isEmpty()) {
                file.append(waiting.element());
                waiting.remove();
            }
            if (lost > 0) {
                file.append(lostEntry());
                lost = 0;
            }
        } catch (IOException e) {
            if (sayWhy) {
                LOGGER.error("{} cannot be written; up to {} entries wait until it can", file, WAITING, e);
            }
        }
    }

    private AuditEntry lostEntry() {
        return new AuditEntry(
                clock.instant(),
                Caller.DAEMON,
                "audit",
                "",
                "",
                "",
                lost
                        + " entries could not be kept before this, because the disk took none; the daemon's log tells them");
    }

    @Override
    public synchronized List<AuditEntry> latest(int limit) {
        tick();
        List<AuditEntry> entries = new ArrayList<>();
        if (lost > 0 && limit > 0) {
            entries.add(lostEntry());
        }
        Iterator<AuditEntry> newestFirst = waiting.descendingIterator();
        while (newestFirst.hasNext() && entries.size() < limit) {
            entries.add(newestFirst.next());
        }
        entries.addAll(file.latest(limit - entries.size()));
        return entries;
    }
}
