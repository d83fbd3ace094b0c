// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.sieve;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.bailiff.api.source.LineBatch;
import org.bailiff.api.source.Position;

/** Lines as a source hands them over: slices of a buffer that holds other bytes before and behind them. */
final class LineBuffer implements LineBatch {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final int[] starts;
    private final int[] ends;

    LineBuffer(String before, List<String> lines, String behind) {
        this(before, lines, "\n", behind);
    }

    LineBuffer(String before, List<String> lines, String lineEnd, String behind) {
        starts = new int[lines.size()];
        ends = new int[lines.size()];
        bytes.writeBytes(before.getBytes(StandardCharsets.UTF_8));
        for (int line = 0; line < starts.length; line++) {
            starts[line] = bytes.size();
            bytes.writeBytes(lines.get(line).getBytes(StandardCharsets.UTF_8));
            ends[line] = bytes.size();
            bytes.writeBytes(lineEnd.getBytes(StandardCharsets.UTF_8));
        }
        bytes.writeBytes(behind.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String stream() {
        return "test";
    }

    @Override
    public int count() {
        return starts.length;
    }

    @Override
    public byte[] buffer() {
        return bytes.toByteArray();
    }

    @Override
    public int start(int line) {
        return starts[line];
    }

    @Override
    public int end(int line) {
        return ends[line];
    }

    @Override
    public Position before() {
        throw new UnsupportedOperationException("a sieve asks for no position");
    }

    @Override
    public Position after(int line) {
        throw new UnsupportedOperationException("a sieve asks for no position");
    }

    @Override
    public Instant arrival() {
        return Instant.EPOCH;
    }

    @Override
    public boolean fresh() {
        return false;
    }
}
