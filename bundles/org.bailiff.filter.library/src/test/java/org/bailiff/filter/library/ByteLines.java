// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.library;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import org.bailiff.api.source.LineBatch;
import org.bailiff.api.source.Position;

/** Lines as a source hands them over, in one buffer. */
final class ByteLines implements LineBatch {
    private final List<byte[]> lines;
    private final Instant arrival;
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();
    private final int[] starts;

    ByteLines(List<byte[]> lines, Instant arrival) {
        this.lines = lines;
        this.arrival = arrival;
        this.starts = new int[lines.size()];
        for (int line = 0; line < starts.length; line++) {
            starts[line] = buffer.size();
            buffer.writeBytes(lines.get(line));
            buffer.write('\n');
        }
    }

    @Override
    public String stream() {
        return "samples";
    }

    @Override
    public int count() {
        return starts.length;
    }

    @Override
    public byte[] buffer() {
        return buffer.toByteArray();
    }

    @Override
    public int start(int line) {
        return starts[line];
    }

    @Override
    public int end(int line) {
        return starts[line] + lines.get(line).length;
    }

    @Override
    public Position before() {
        throw new UnsupportedOperationException("samples have no positions");
    }

    @Override
    public Position after(int line) {
        throw new UnsupportedOperationException("samples have no positions");
    }

    @Override
    public Instant arrival() {
        return arrival;
    }

    @Override
    public boolean fresh() {
        return false;
    }
}
