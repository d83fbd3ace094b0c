// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.journal;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.source.LineBatch;
import org.bailiff.api.source.PastLines;
import org.bailiff.api.source.Start;

/** The entries that the journal holds, until its end. It is read only as fast as they are asked for. */
final class PastEntries implements PastLines {
    private static final int CHUNK = 64 * 1024;

    private final Place place;
    private final Journalctl program;
    private final InstantSource clock;
    private final Child child;
    private final JournalBatch batch;
    private final ExportParser parser;
    private final byte[] chunk = new byte[CHUNK];
    private boolean atEnd;

    PastEntries(MatchExpression wanted, Instant since, Journalctl program, InstantSource clock) throws IOException {
        this.program = program;
        this.clock = clock;
        batch = new JournalBatch(wanted.stream());
        boolean all = !since.isAfter(Instant.EPOCH);
        place = new Place(all ? Start.HEAD : Start.since(since));
        parser = new ExportParser(entry -> place.next(entry).ifPresent(behind -> batch.add(entry, behind)));
        child = program.start(wanted, place.untilTheEnd());
    }

    @Override
    public Optional<LineBatch> next() throws IOException {
        batch.clear();
        while (!atEnd && !batch.isFull()) {
            int count = child.output().read(chunk);
            atEnd = count < 0;
            if (atEnd) {
                lookHowItEnded();
            } else {
                parser.feed(chunk, count);
            }
        }
        batch.arrived(clock.instant());
        return batch.count() == 0 ? Optional.empty() : Optional.of(batch);
    }

    private void lookHowItEnded() throws IOException {
        try {
            Child.Ending ending = child.ending();
            if (ending.exitCode() != 0) {
                throw new IOException(ending.toString());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("broken off while the journal was read", interrupted);
        }
    }

    @Override
    public List<String> problems() {
        return program.access().trouble().map(Trouble::reason).stream().toList();
    }

    @Override
    public void close() {
        child.close();
    }
}
