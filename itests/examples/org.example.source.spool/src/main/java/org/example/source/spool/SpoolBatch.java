// SPDX-License-Identifier: Apache-2.0
package org.example.source.spool;

import java.time.Instant;
import java.util.stream.IntStream;
import org.bailiff.api.source.LineBatch;

/** The lines of a file behind a position in it. */
final class SpoolBatch implements LineBatch {
    private final String stream;
    private final byte[] bytes;
    private final SpoolPosition before;
    private final Instant arrival;
    /** Where the line ends of the whole file are. */
    private final int[] ends;

    SpoolBatch(String stream, byte[] bytes, SpoolPosition before, Instant arrival) {
        this.stream = stream;
        this.bytes = bytes;
        this.before = before;
        this.arrival = arrival;
        this.ends = IntStream.range(0, bytes.length)
                .filter(index -> bytes[index] == '\n')
                .toArray();
    }

    @Override
    public String stream() {
        return stream;
    }

    @Override
    public int count() {
        return Math.max(0, ends.length - before.lines());
    }

    @Override
    public byte[] buffer() {
        return bytes;
    }

    @Override
    public int start(int line) {
        int inFile = before.lines() + line;
        return inFile == 0 ? 0 : ends[inFile - 1] + 1;
    }

    @Override
    public int end(int line) {
        return ends[before.lines() + line];
    }

    @Override
    public SpoolPosition before() {
        return before;
    }

    @Override
    public SpoolPosition after(int line) {
        return new SpoolPosition(before.file(), before.lines() + line + 1);
    }

    @Override
    public Instant arrival() {
        return arrival;
    }

    /** Never: a file may have lain there for long, so lines count when they say they happened. */
    @Override
    public boolean fresh() {
        return false;
    }
}
