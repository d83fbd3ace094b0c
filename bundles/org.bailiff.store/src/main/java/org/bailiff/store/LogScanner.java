// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.bailiff.api.store.JailRecord;

/**
 * Reads a log from its beginning to its end, and keeps nothing of it. A flipped byte costs the record that it is in; a torn
 * tail the last one. Used once.
 */
final class LogScanner {
    private final Listener listener;
    private final RecordReader reader = new RecordReader();
    private Optional<Header> header = Optional.empty();
    private long damaged;
    private long records;
    private long wholeEnd;
    private long end;
    private boolean terminated = true;

    /** Hears what a log holds. The bytes are valid during the call. */
    interface Listener {
        /** A record, and the line that it was read from. */
        void record(JailRecord record, ByteRange line);

        /** A line that does not say what it was written to say, by its number from 1. */
        void damaged(int number, ByteRange line);

        /** What came before said all. */
        void whole();
    }

    LogScanner(Listener listener) {
        this.listener = listener;
    }

    /**
     * The header of a log; empty if it is damaged.
     *
     * @throws IOException if the log cannot be read
     */
    static Optional<Header> header(InputStream log) throws IOException {
        Optional<ByteRange> content = new LogLines(log).next().flatMap(ChecksummedLine::content);
        try {
            return content.isPresent() ? Optional.of(Header.read(content.get())) : Optional.empty();
        } catch (UnreadableRecordException damaged) {
            return Optional.empty();
        }
    }

    /**
     * Tells the listener what the log holds.
     *
     * @throws IOException if it cannot be read to its end; what was told so far stands
     */
    void scan(InputStream log) throws IOException {
        LogLines lines = new LogLines(log);
        for (Optional<ByteRange> line = lines.next(); line.isPresent(); line = lines.next()) {
            end = lines.offset();
            terminated = lines.terminated();
            take(lines.number(), line.get());
            if (header.isPresent()
                    && header.get().wholeLines() > 0
                    && lines.number() == header.get().wholeLines() + 1) {
                whole();
            }
        }
    }

    private void take(int number, ByteRange line) {
        try {
            Optional<ByteRange> content = ChecksummedLine.content(line);
            if (content.isPresent()) {
                understand(number, line, content.get());
            } else if (line.length() > 0) {
                damaged(number, line);
                salvage(line);
            }
        } catch (UnreadableRecordException e) {
            damaged(number, line);
        }
    }

    private void understand(int number, ByteRange line, ByteRange content) throws UnreadableRecordException {
        if (number == 1) {
            header = Optional.of(Header.read(content));
        } else if (content.hasContent(Header.WHOLE_CONTENT)) {
            whole();
        } else {
            JailRecord record = reader.read(content);
            records++;
            listener.record(record, line);
        }
    }

    private void whole() {
        wholeEnd = end;
        listener.whole();
    }

    private void salvage(ByteRange line) throws UnreadableRecordException {
        Optional<ByteRange> whole = ChecksummedLine.salvage(line);
        if (whole.isPresent()) {
            understand(0, whole.get(), ChecksummedLine.content(whole.get()).orElseThrow());
        }
    }

    private void damaged(int number, ByteRange line) {
        damaged++;
        listener.damaged(number, line);
    }

    /** Whether nothing is damaged or missing, as far as that can be seen. */
    boolean isSound() {
        return damaged == 0 && !lacksItsEnd();
    }

    /** Whether something that must have been written last is not there. */
    boolean lacksItsEnd() {
        return header.isEmpty() && damaged == 0
                || header.filter(Header::rewritten).isPresent() && wholeEnd == 0
                || header.filter(first -> first.format() > 1 && !first.rewritten())
                                .isPresent()
                        && records == 0;
    }

    /** Whether the log is as this version writes it. */
    boolean isOfThisFormat() {
        return terminated
                && header.filter(first -> first.format() == Header.FORMAT).isPresent();
    }

    /** How many bytes were read. */
    long end() {
        return end;
    }

    /** Where the rewriting that it began with ends; 0 if there was none. */
    long wholeEnd() {
        return wholeEnd;
    }

    long damagedLines() {
        return damaged;
    }
}
