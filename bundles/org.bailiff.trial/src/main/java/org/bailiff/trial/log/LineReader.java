// SPDX-License-Identifier: Apache-2.0
package org.bailiff.trial.log;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Optional;
import org.bailiff.text.SafeText;

/**
 * Cuts a stream into lines as the daemon does: at each line feed, a carriage return before it left out, and of a line over
 * {@link #LIMIT} bytes only the beginning. Its memory is bounded, whatever the stream holds. Used by one thread.
 */
public final class LineReader implements AutoCloseable {
    /** How many bytes of a line are looked at. */
    public static final int LIMIT = 64 * 1024;

    private static final int BLOCK = 256 * 1024;

    private final InputStream stream;
    private final Optional<Charset> charset;
    private final byte[] block = new byte[BLOCK];
    /** Room for the carriage return that may follow the longest line. */
    private final byte[] line = new byte[LIMIT + 1];

    private int position;
    private int filled;
    private int length;

    /**
     * @param charset of the text; empty for UTF-8 where a line is that, else Latin-1
     */
    public LineReader(InputStream stream, Optional<Charset> charset) {
        this.stream = stream;
        this.charset = charset;
    }

    /** The next line; empty at the end. A last line without its line feed is one too. */
    public Optional<String> next() throws IOException {
        length = 0;
        boolean begun = false;
        while (position < filled || fill()) {
            begun = true;
            int end = lineFeed();
            keep(end);
            position = end + 1;
            if (end < filled) {
                return Optional.of(text());
            }
        }
        return begun ? Optional.of(text()) : Optional.empty();
    }

    private boolean fill() throws IOException {
        position = 0;
        filled = Math.max(stream.read(block), 0);
        return filled > 0;
    }

    private int lineFeed() {
        int end = position;
        while (end < filled && block[end] != '\n') {
            end++;
        }
        return end;
    }

    private void keep(int end) {
        int kept = Math.min(end - position, line.length - length);
        System.arraycopy(block, position, line, length, kept);
        length += kept;
    }

    private String text() {
        int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        int bytes = Math.min(end, LIMIT);
        return charset.map(known -> new String(line, 0, bytes, known)).orElseGet(() -> SafeText.decode(line, 0, bytes));
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
