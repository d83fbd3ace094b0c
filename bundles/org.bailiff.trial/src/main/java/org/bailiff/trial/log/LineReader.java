// SPDX-License-Identifier: Apache-2.0
package org.bailiff.trial.log;

import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Optional;
import org.bailiff.text.SafeText;

/** The lines of a stream, one after the other, as texts. Used by one thread. */
public final class LineReader implements AutoCloseable {
    private final LineBlock block;
    private final Optional<Charset> charset;
    private int line;

    /**
     * @param block of which nothing has been read yet
     * @param charset of the text; empty for UTF-8 where a line is that, else Latin-1
     */
    public LineReader(LineBlock block, Optional<Charset> charset) {
        this.block = block;
        this.charset = charset;
    }

    /** The next line; empty at the end. */
    public Optional<String> next() throws IOException {
        if (line == block.count()) {
            line = 0;
            // Who reads texts says himself when they arrive.
            if (!block.next(Instant.EPOCH)) {
                return Optional.empty();
            }
        }
        int start = block.start(line);
        int end = block.end(line);
        line++;
        return Optional.of(charset.map(known -> new String(block.buffer(), start, end - start, known))
                .orElseGet(() -> SafeText.decode(block.buffer(), start, end)));
    }

    @Override
    public void close() throws IOException {
        block.close();
    }
}
