// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file.archive;

import java.time.Instant;
import org.bailiff.api.source.LineBatch;
import org.bailiff.api.source.Position;

/**
 * Lines of a file of the past.
 *
 * @param stream the log's name, whatever the file is called
 * @param lines at least one
 * @param arrival when the file was last written
 */
record ArchivedBatch(String stream, CutLines lines, Instant arrival) implements LineBatch {

    @Override
    public int count() {
        return lines.count();
    }

    @Override
    public byte[] buffer() {
        return lines.block();
    }

    @Override
    public int start(int line) {
        return lines.start(line);
    }

    @Override
    public int end(int line) {
        return lines.end(line);
    }

    @Override
    public Position before() {
        throw nowhere();
    }

    @Override
    public Position after(int line) {
        throw nowhere();
    }

    private static UnsupportedOperationException nowhere() {
        return new UnsupportedOperationException("what is read as the past is not gone on with");
    }

    @Override
    public boolean fresh() {
        return false;
    }
}
