// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.journal;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.source.SourceStatus.State;
import org.bailiff.api.source.Start;
import org.bailiff.text.SafeText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a stream's entries, one {@code journalctl} after the other, until it is closed. All of it belongs to one thread.
 *
 * <p>First one that ends at the journal's end: so the end is known to be reached, and entries of earlier boots are read,
 * which one that follows leaves out. Then one that follows, from the last entry on. If it ends, all begins anew behind
 * the last entry that was taken: nothing is lost or delivered twice.
 */
final class JournalReading implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(JournalReading.class);
    private static final int CHUNK = 64 * 1024;

    private final MatchExpression wanted;
    private final Journalctl program;
    private final Outlet outlet;
    private final InstantSource clock;
    private final Pauses pauses = new Pauses();
    private final Place place;
    private final JournalBatch batch;
    private final byte[] chunk = new byte[CHUNK];

    /** Where entries go, and what is told on the way. */
    interface Outlet {

        boolean isClosed();

        /** Returns when the lines are taken; false if it was closed before. */
        boolean deliver(JournalBatch lines) throws InterruptedException;

        /** The child that is being read, to be ended when the outlet is closed. */
        void reads(Child child);

        /** Entries can be read, and whether all that were written have been. */
        void reading(boolean atEnd);

        void failed(Trouble why);

        /** Entries may be missing. */
        void missed(String why);

        /** Returns after this time, or when it is closed. */
        void pause(Duration time) throws InterruptedException;
    }

    JournalReading(MatchExpression wanted, Start start, Journalctl program, Outlet outlet, InstantSource clock) {
        this.wanted = wanted;
        this.program = program;
        this.outlet = outlet;
        this.clock = clock;
        this.place = new Place(start);
        this.batch = new JournalBatch(wanted.stream());
    }

    @Override
    public void run() {
        try {
            while (!outlet.isClosed()) {
                Instant began = clock.instant();
                attempt();
                if (!outlet.isClosed()) {
                    outlet.pause(pauses.after(Duration.between(began, clock.instant())));
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt() throws InterruptedException {
        batch.clear();
        try {
            if (!program.isThere()) {
                outlet.failed(new Trouble(State.FAILED, absence()));
            } else if (readUntilTheEnd() && !outlet.isClosed()) {
                follow();
            }
        } catch (IOException failed) {
            outlet.failed(failure(failed));
        } catch (RuntimeException unexpected) {
            // A fault of the consumer, or ours, must not end the reading for good.
            LOG.error("reading {} failed unexpectedly, and goes on", wanted.stream(), unexpected);
            outlet.failed(failure(unexpected));
        }
    }

    private String absence() {
        return program.program() + " is not there; install systemd, or write backend = auto to follow files";
    }

    private static Trouble failure(Exception why) {
        return new Trouble(
                State.FAILED, "reading the journal failed, and is tried again: " + SafeText.of(why.toString()));
    }

    private boolean readUntilTheEnd() throws IOException, InterruptedException {
        Child.Ending ending = read(place.untilTheEnd());
        Optional<Trouble> trouble = program.access().trouble();
        if (trouble.isEmpty() && ending.exitCode() != 0) {
            trouble = Optional.of(new Trouble(State.FAILED, ending + "; it is started again"));
        }
        trouble.ifPresent(outlet::failed);
        if (trouble.isPresent() || outlet.isClosed()) {
            return false;
        }
        if (place.isGoneAtTheEnd()) {
            outlet.missed("the last entry that was read is not in the journal any more; those that followed it may"
                    + " be gone too, and reading goes on with the next there is");
        }
        outlet.reading(true);
        return true;
    }

    private void follow() throws IOException, InterruptedException {
        Child.Ending ending = read(place.following());
        if (!outlet.isClosed()) {
            outlet.failed(new Trouble(State.FAILED, ending + "; it is started again"));
        }
    }

    /** Delivers what a child that is started with these options gives, until it ends. */
    private Child.Ending read(List<String> options) throws IOException, InterruptedException {
        try (Child child = program.start(wanted, options)) {
            outlet.reads(child);
            InputStream output = child.output();
            ExportParser parser =
                    new ExportParser(entry -> place.next(entry).ifPresent(behind -> batch.add(entry, behind)));
            for (int count = output.read(chunk); count >= 0 && !outlet.isClosed(); count = output.read(chunk)) {
                parser.feed(chunk, count);
                if (batch.isFull() || output.available() == 0) {
                    deliver();
                }
            }
            deliver();
            return child.ending();
        }
    }

    private void deliver() throws InterruptedException {
        if (batch.count() == 0 || outlet.isClosed()) {
            return;
        }
        batch.arrived(clock.instant());
        if (outlet.deliver(batch)) {
            place.taken(batch.last());
            batch.clear();
        }
    }
}
