// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Splits a stream into lines at {@code \n}. A line that is longer than any that is written comes in pieces, so that
 * damage cannot fill the memory. Used by one thread.
 */
final class LogLines {
    /** How long a line may be: more than a batch of lines can lead to. */
    static final int LONGEST = 8 * 1024 * 1024;

    private static final int BLOCK = 64 * 1024;

    private final InputStream stream;
    private byte[] buffer = new byte[BLOCK];
    private int next;
    private int limit;
    private long offset;
    private int number;
    private boolean terminated = true;

    LogLines(InputStream stream) {
        this.stream = stream;
    }

    /** The next line without its line end, valid until the call after this; empty behind the last. */
    Optional<ByteRange> next() throws IOException {
        number += terminated ? 1 : 0;
        int end = next;
        while (true) {
            while (end < limit && buffer[end] != '\n') {
                end++;
            }
            terminated = end < limit;
            if (terminated || end - next >= LONGEST) {
                return Optional.of(taken(end));
            }
            int read = end - next;
            if (!fill()) {
                return read == 0 ? Optional.empty() : Optional.of(taken(limit));
            }
            end = next + read;
        }
    }

    private ByteRange taken(int end) {
        ByteRange line = new ByteRange(buffer, next, end);
        int behind = end + (terminated ? 1 : 0);
        offset += behind - next;
        next = behind;
        return line;
    }

    /** Reads more; what is not taken yet is moved to the front. */
    private boolean fill() throws IOException {
        int kept = limit - next;
        byte[] target = kept > buffer.length / 2 ? new byte[buffer.length * 2] : buffer;
        System.arraycopy(buffer, next, target, 0, kept);
        buffer = target;
        next = 0;
        limit = kept;
        int read = stream.read(buffer, limit, buffer.length - limit);
        limit += Math.max(0, read);
        return read > 0;
    }

    /** Whether the line that was read last had a line end. */
    boolean terminated() {
        return terminated;
    }

    /** The number of the line that was read last, from 1. */
    int number() {
        return number;
    }

    /** How many bytes were taken, line ends included. */
    long offset() {
        return offset;
    }
}
