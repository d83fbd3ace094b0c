// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

import java.nio.charset.StandardCharsets;
import org.bailiff.api.store.JailRecord;

/** Lines of a log, in memory until they are taken. Used by one thread. */
final class LineBuffer {
    private static final byte[] PREFIX = " ".repeat(ChecksummedLine.PREFIX).getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LINE_END = {'\n'};

    private final JsonOutput bytes = new JsonOutput();
    private final RecordWriter writer = new RecordWriter(bytes);

    /** Adds the line of a record. */
    void record(JailRecord record) {
        int from = bytes.size();
        bytes.raw(PREFIX);
        writer.write(record);
        ChecksummedLine.seal(bytes.array(), from, bytes.size());
        lineEnd();
    }

    /** Adds the line of another object. */
    void object(String json) {
        bytes.raw(ChecksummedLine.of(json));
    }

    /** Adds a line as it is. */
    void line(ByteRange line) {
        bytes.raw(line);
        lineEnd();
    }

    private void lineEnd() {
        bytes.raw(LINE_END);
    }

    int size() {
        return bytes.size();
    }

    /** Hands the lines out, and begins anew: they are there until the next is added. */
    ByteRange take() {
        ByteRange taken = new ByteRange(bytes.array(), 0, bytes.size());
        bytes.clear();
        return taken;
    }
}
