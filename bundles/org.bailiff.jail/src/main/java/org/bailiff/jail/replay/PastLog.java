// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.replay;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.filter.FilterCompiler;
import org.bailiff.api.filter.Sieve;
import org.bailiff.api.source.LineBatch;
import org.bailiff.api.source.PastLines;

/**
 * One log, read once for all jails that watch it, a batch at a time, and only as far as it is asked for. Used by one
 * thread.
 */
public final class PastLog implements Closeable {
    private final PastLines lines;
    private final List<ReplayedJail> jails;
    private final List<Reader> readers;
    private final Sieve sieve;
    private final Deque<Told> waiting = new ArrayDeque<>();
    private Instant reached = Instant.MIN;

    /**
     * What the log told.
     *
     * @param turn when it is to be judged: a line that is late comes after those before it, as it stands
     * @param jail whom
     */
    record Told(Instant turn, ReplayedJail jail, Happening happening) {}

    private record Candidate(int line, ReplayedJail jail, List<Happening> happenings) {}

    /**
     * @param jails that watch the log
     */
    public PastLog(PastLines lines, List<ReplayedJail> jails, FilterCompiler compiler) {
        this.lines = lines;
        this.jails = List.copyOf(jails);
        this.readers = jails.stream().map(ReplayedJail::reader).toList();
        this.sieve = compiler.combine(jails.stream().map(ReplayedJail::matcher).toList());
    }

    /** What is next; empty at the end. */
    Optional<Told> peek() {
        while (waiting.isEmpty() && readOn()) {
            // Most batches tell of nothing.
        }
        return Optional.ofNullable(waiting.peek());
    }

    Told take() {
        return waiting.remove();
    }

    /** Reads a batch; false at the end. What cannot be read is said to the jails, and is the end. */
    private boolean readOn() {
        try {
            Optional<LineBatch> batch = lines.next();
            batch.ifPresent(this::read);
            return batch.isPresent();
        } catch (IOException failed) {
            jails.forEach(jail -> jail.unread(failed.getMessage()));
            return false;
        }
    }

    private void read(LineBatch batch) {
        jails.forEach(jail -> jail.lines(batch.count()));
        List<Candidate> candidates = new ArrayList<>();
        sieve.sift(batch, (jail, line) -> {
            List<Happening> happenings = readers.get(jail).read(batch, line);
            if (!happenings.isEmpty()) {
                candidates.add(new Candidate(line, jails.get(jail), happenings));
            }
        });
        // The sieve tells the lines of each jail in order, and the jails as it likes.
        candidates.sort(Comparator.comparingInt(Candidate::line));
        for (Candidate candidate : candidates) {
            candidate.happenings().forEach(happening -> add(candidate.jail(), happening));
        }
    }

    private void add(ReplayedJail jail, Happening happening) {
        reached = happening.time().isAfter(reached) ? happening.time() : reached;
        waiting.add(new Told(reached, jail, happening));
    }

    @Override
    public void close() throws IOException {
        lines.problems().forEach(problem -> jails.forEach(jail -> jail.unread(problem)));
        lines.close();
    }
}
