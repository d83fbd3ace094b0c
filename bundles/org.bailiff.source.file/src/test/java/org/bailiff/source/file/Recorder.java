// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bailiff.api.source.LineBatch;
import org.bailiff.api.source.LineConsumer;
import org.bailiff.api.source.Position;

/** A consumer that keeps what it is given, unless it is told to have no room. */
final class Recorder implements LineConsumer {
    private final List<String> lines = new ArrayList<>();
    private final List<Position> positions = new ArrayList<>();
    private Position before;
    private boolean fresh;
    private boolean full;

    @Override
    public Answer take(LineBatch batch) {
        if (full) {
            return Answer.LATER;
        }
        before = before == null ? batch.before() : before;
        fresh = batch.fresh();
        for (int line = 0; line < batch.count(); line++) {
            int start = batch.start(line);
            lines.add(new String(batch.buffer(), start, batch.end(line) - start, StandardCharsets.UTF_8));
            positions.add(batch.after(line));
        }
        return Answer.TAKEN;
    }

    /** Forgets what it was given. */
    void clear() {
        lines.clear();
        positions.clear();
    }

    void setFull(boolean full) {
        this.full = full;
    }

    List<String> lines() {
        return lines;
    }

    /** Behind each line. */
    List<Position> positions() {
        return positions;
    }

    /** Before the first line that was offered. */
    Position before() {
        return before;
    }

    /** Whether the last batch was fresh. */
    boolean wasFresh() {
        return fresh;
    }
}
