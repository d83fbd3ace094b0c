// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.bailiff.api.action.ActionStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The descriptor through which a list is changed, opened again when the list was removed. Guarded by the list's lock. */
final class ListWriter {
    private static final Logger LOG = LoggerFactory.getLogger(ListWriter.class);

    private final String list;
    private final RecentFile file;
    private final InstantSource time;
    private final Latencies latencies = new Latencies();
    private RecentFile.Writer held;
    private ListCondition condition;
    private long writes;
    private long errors;

    /** What became of a change. */
    enum Outcome {
        /** It is made. */
        DONE,
        /** It is made, in a list that was made anew and lacks everything else. */
        DONE_IN_A_NEW_LIST,
        /** The kernel does not take it. */
        REFUSED,
        /** The list was lost over it. */
        LIST_LOST,
        /** There was no list to begin with. */
        CLOSED
    }

    ListWriter(String list, RecentFile file, InstantSource time) {
        this.list = list;
        this.file = file;
        this.time = time;
        this.condition = new ListCondition(ActionStatus.State.WAITING, "the list " + list + " is not open yet");
    }

    /** Opens the list as it stands now; whether that worked is the condition. */
    void open() {
        close();
        try {
            held = file.openForWriting();
            condition = ListCondition.READY;
        } catch (IOException failure) {
            condition = ListCondition.of(list, failure);
        }
    }

    Outcome write(String change) {
        if (held == null) {
            return Outcome.CLOSED;
        }
        if (tried(change)) {
            return Outcome.DONE;
        }
        // A held descriptor fails once its list was removed; only a fresh one tells that from a refused change.
        open();
        if (held == null) {
            return Outcome.LIST_LOST;
        }
        return tried(change) ? Outcome.DONE_IN_A_NEW_LIST : Outcome.REFUSED;
    }

    private boolean tried(String change) {
        Instant start = time.instant();
        try {
            held.write(change);
            writes++;
            latencies.add(Duration.between(start, time.instant()));
            return true;
        } catch (IOException failure) {
            // What it means is told by what happens next, never by its message.
            LOG.debug("writing {} to the list {} failed", change, list, failure);
            errors++;
            return false;
        }
    }

    void close() {
        if (held == null) {
            return;
        }
        try {
            held.close();
        } catch (IOException failure) {
            // Nothing is buffered, so nothing is lost.
            LOG.debug("closing the list {} failed", list, failure);
        }
        held = null;
    }

    /** Notices whether what is held open could be opened again; if not, that is said, and it goes on as long as it does. */
    void checkRight() {
        if (held != null) {
            condition = file.mayBeWritten() ? ListCondition.READY : ListCondition.onLoan(list);
        }
    }

    boolean isOpen() {
        return held != null;
    }

    ListCondition condition() {
        return condition;
    }

    long writes() {
        return writes;
    }

    Duration latencyP99() {
        return latencies.p99();
    }

    long errors() {
        return errors;
    }
}
