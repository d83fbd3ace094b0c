// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Splits a stream into lines at {@code \n}. Used by one thread. */
final class LogLines {
    private static final int BLOCK = 64 * 1024;

    private final InputStream stream;
    private final byte[] block = new byte[BLOCK];
    private int next;
    private int limit;
    private long offset;
    private boolean terminated = true;

    LogLines(InputStream stream) {
        this.stream = stream;
    }

    /** The next line without its line end; empty behind the last. */
    Optional<byte[]> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean anything = false;
        terminated = false;
        while (!terminated && (next < limit || fill())) {
            anything = true;
            takeTo(endOfLine(), line);
        }
        return anything ? Optional.of(line.toByteArray()) : Optional.empty();
    }

    private boolean fill() throws IOException {
        next = 0;
        limit = Math.max(0, stream.read(block));
        return limit > 0;
    }

    private int endOfLine() {
        int end = next;
        while (end < limit && block[end] != '\n') {
            end++;
        }
        return end;
    }

    private void takeTo(int end, ByteArrayOutputStream line) {
        line.write(block, next, end - next);
        terminated = end < limit;
        int taken = end - next + (terminated ? 1 : 0);
        next += taken;
        offset += taken;
    }

    /** Whether the line that was read last had a line end. */
    boolean terminated() {
        return terminated;
    }

    /** How many bytes were read, line ends included. */
    long offset() {
        return offset;
    }
}
