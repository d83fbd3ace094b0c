// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.command;

/** An errand that waits in the queue. Used by the worker's thread. */
final class Task {
    private final Event event;
    /** Null for a start and a stop. */
    private final LedgerEntry entry;

    private int failures;
    /** Counts the commands of the event that were run, so that only those that failed are run again. */
    private int done;

    Task(Event event, LedgerEntry entry) {
        this.event = event;
        this.entry = entry;
    }

    Event event() {
        return event;
    }

    LedgerEntry entry() {
        return entry;
    }

    /** Counts a failure; how many there were. */
    int failed() {
        return ++failures;
    }

    /** How many of the event's commands were run with success. */
    int done() {
        return done;
    }

    void commandDone() {
        done++;
    }

    boolean isBan() {
        return event == Event.BAN;
    }
}
