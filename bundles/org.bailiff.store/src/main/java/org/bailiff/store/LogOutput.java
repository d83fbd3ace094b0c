// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.bailiff.api.store.JailRecord;

/** A new log, written from its beginning, block by block. Used by one thread. */
final class LogOutput {
    private static final int BLOCK = 64 * 1024;

    private final LogFile file;
    private final LineBuffer lines = new LineBuffer();
    private long size;
    private long wholeEnd;

    /** Begins with the first line. */
    LogOutput(LogFile file) throws IOException {
        this.file = file;
        file.truncate(0);
        lines.object(Header.REWRITTEN);
    }

    /** Says all of a jail by these records. */
    void whole(Iterable<JailRecord> records) throws IOException {
        for (JailRecord record : records) {
            lines.record(record);
            writeBlock();
        }
        whole();
    }

    /** Notes that what was written up to here says all. */
    void whole() {
        lines.object(Header.WHOLE);
        wholeEnd = size + lines.size();
    }

    /**
     * Adds a line that another log holds.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    void line(ByteRange line) {
        lines.line(line);
        try {
            writeBlock();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeBlock() throws IOException {
        if (lines.size() >= BLOCK) {
            flush();
        }
    }

    /** Writes what waits. */
    void flush() throws IOException {
        ByteRange block = lines.take();
        file.write(size, block);
        size += block.length();
    }

    long size() {
        return size;
    }

    /** Where what says all ends. */
    long wholeEnd() {
        return wholeEnd;
    }

    /** What a log is to hold. */
    interface Content {
        void writeTo(LogOutput output) throws IOException;
    }
}
