// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.journal;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.source.LineBatch;

/** Entries of the journal as lines, gathered until they are taken. */
final class JournalBatch implements LineBatch {
    /** No more is added once it holds so much. */
    private static final int FULL = 4 * EntryLine.LIMIT;

    private static final int MOST_LINES = 4096;
    private static final Duration FRESHNESS = Duration.ofSeconds(60);

    private final String stream;
    private final EntryLine line = new EntryLine();
    private final List<JournalPosition> after = new ArrayList<>();
    private final List<Optional<Instant>> stamps = new ArrayList<>();
    private byte[] buffer = new byte[EntryLine.LIMIT];
    private int[] ends = new int[64];
    private int size;
    private int cut;
    private long oldestMicros;
    private Instant arrival = Instant.EPOCH;

    JournalBatch(String stream) {
        this.stream = stream;
    }

    /** Adds an entry behind the others. */
    void add(JournalEntry entry, JournalPosition position) {
        line.become(entry);
        if (size + line.length() > buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        if (count() == ends.length) {
            ends = Arrays.copyOf(ends, 2 * ends.length);
        }
        System.arraycopy(line.bytes(), 0, buffer, size, line.length());
        size += line.length();
        ends[count()] = size;
        oldestMicros = count() == 0 ? entry.receivedMicros() : Math.min(oldestMicros, entry.receivedMicros());
        after.add(position);
        stamps.add(entry.stamp());
        cut += line.isCut() ? 1 : 0;
    }

    void arrived(Instant now) {
        arrival = now;
    }

    boolean isFull() {
        return size >= FULL || count() >= MOST_LINES;
    }

    /** Becomes empty. */
    void clear() {
        after.clear();
        stamps.clear();
        size = 0;
        cut = 0;
    }

    /** How many bytes its lines have. */
    int size() {
        return size;
    }

    /** How many of its lines lost their end. */
    int cut() {
        return cut;
    }

    /** Behind the last line. */
    JournalPosition last() {
        return after.get(after.size() - 1);
    }

    @Override
    public String stream() {
        return stream;
    }

    @Override
    public int count() {
        return after.size();
    }

    @Override
    public byte[] buffer() {
        return buffer;
    }

    @Override
    public int start(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    @Override
    public int end(int index) {
        return ends[index];
    }

    @Override
    public JournalPosition before() {
        return after.get(0).beforeIt();
    }

    @Override
    public JournalPosition after(int index) {
        return after.get(index);
    }

    @Override
    public Instant arrival() {
        return arrival;
    }

    @Override
    public Optional<Instant> stamp(int index) {
        return stamps.get(index);
    }

    /** The journal says when it received the oldest. */
    @Override
    public boolean fresh() {
        Instant received = Instant.EPOCH.plus(oldestMicros, ChronoUnit.MICROS);
        return Duration.between(received, arrival).abs().compareTo(FRESHNESS) <= 0;
    }
}
