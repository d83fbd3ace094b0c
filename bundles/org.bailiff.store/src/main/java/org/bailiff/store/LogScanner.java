// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.store.JailRecord;

/**
 * Reads a log from its beginning to its end. A flipped byte costs the record that it is in; a torn tail the last one.
 * Used once.
 */
final class LogScanner {
    private final String path;
    private final LogLines lines;
    private final List<JailRecord> records = new ArrayList<>();
    private final List<Scan.DamagedLine> damaged = new ArrayList<>();
    private int number;
    private int whole;
    private long end;
    private long wholeEnd;

    /**
     * @param path of the log, for messages
     */
    LogScanner(String path, InputStream stream) {
        this.path = path;
        this.lines = new LogLines(stream);
    }

    /**
     * What the log holds.
     *
     * @throws IllegalStateException if a later version wrote it; the message is a sentence
     * @throws IOException if it cannot be read to its end
     */
    Scan scan() throws IOException {
        for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
            number++;
            take(line.get());
            if (lines.terminated()) {
                end = lines.offset();
            }
            if (number == whole + 1 && whole > 0) {
                wholeEnd = end;
            }
        }
        boolean tidy = damaged.isEmpty() && lines.offset() == end;
        return new Scan(List.copyOf(records), List.copyOf(damaged), end, wholeEnd, tidy);
    }

    private void take(byte[] line) {
        try {
            Optional<String> json = ChecksummedLine.read(line);
            if (json.isPresent()) {
                understand(json.get());
            } else if (line.length > 0) {
                damaged.add(new Scan.DamagedLine(number, line));
                takeRecords(ChecksummedLine.salvage(line));
            }
        } catch (UnreadableRecordException e) {
            damaged.add(new Scan.DamagedLine(number, line));
        }
    }

    private void understand(String json) throws UnreadableRecordException {
        if (number > 1) {
            records.add(RecordReader.read(json));
            return;
        }
        Header header = Header.read(json);
        if (header.format() > Header.FORMAT) {
            throw new IllegalStateException(path + " has format " + header.format()
                    + ", which a later version of Bailiff wrote; this one reads up to format " + Header.FORMAT
                    + ". Run the later version, or move the file away and start without what it remembers.");
        }
        whole = header.whole();
    }

    private void takeRecords(Optional<String> json) throws UnreadableRecordException {
        if (json.isPresent()) {
            records.add(RecordReader.read(json.get()));
        }
    }
}
