// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.filter;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.bailiff.text.SafeText;

/**
 * A line to be matched. Its text is decoded when somebody asks for it: a matcher that can work on the bytes need not.
 * Used by one thread; its bytes are not to be changed as long as it is used.
 */
public final class LogLine {
    private final byte[] buffer;
    private final int start;
    private final int end;
    private final Optional<Charset> charset;
    private final Instant arrival;
    private final boolean fresh;
    private final Optional<Instant> stamp;
    private String text;

    private LogLine(
            byte[] buffer,
            int start,
            int end,
            Optional<Charset> charset,
            Instant arrival,
            boolean fresh,
            Optional<Instant> stamp) {
        this.buffer = buffer;
        this.start = start;
        this.end = end;
        this.charset = charset;
        this.arrival = arrival;
        this.fresh = fresh;
        this.stamp = stamp;
    }

    /**
     * A line that is a text already.
     *
     * @param text the line without its line end
     * @param arrival when it was read: the time of a line that has none, and what a date without a year is the latest before
     * @param fresh whether it has just been written; see {@link org.bailiff.api.source.LineBatch#fresh}
     * @param stamp the time that its source knows, as the journal does; no date is looked for in such a line
     */
    public LogLine(String text, Instant arrival, boolean fresh, Optional<Instant> stamp) {
        this(text.getBytes(StandardCharsets.UTF_8), text, arrival, fresh, stamp);
    }

    private LogLine(byte[] bytes, String text, Instant arrival, boolean fresh, Optional<Instant> stamp) {
        this(bytes, 0, bytes.length, Optional.of(StandardCharsets.UTF_8), arrival, fresh, stamp);
        this.text = text;
    }

    /** A line whose date, if it has one, is a part of it. */
    public LogLine(String text, Instant arrival, boolean fresh) {
        this(text, arrival, fresh, Optional.empty());
    }

    /**
     * A line as its source has it.
     *
     * @param buffer holds the line's bytes, from {@code start} to {@code end}, without its line end
     * @param charset of the line; empty for UTF-8 where the bytes are, else Latin-1
     */
    public static LogLine of(
            byte[] buffer,
            int start,
            int end,
            Optional<Charset> charset,
            Instant arrival,
            boolean fresh,
            Optional<Instant> stamp) {
        return new LogLine(buffer, start, end, charset, arrival, fresh, stamp);
    }

    /** The line without its line end, decoded. */
    public String text() {
        if (text == null) {
            text = charset.map(known -> new String(buffer, start, end - start, known))
                    .orElseGet(() -> SafeText.decode(buffer, start, end));
        }
        return text;
    }

    /** What holds the line's bytes. Not to be changed. */
    public byte[] buffer() {
        return buffer;
    }

    /** Where the line's bytes begin in the buffer. */
    public int start() {
        return start;
    }

    /** Where the line's bytes end in the buffer, exclusive. */
    public int end() {
        return end;
    }

    /** The charset of the bytes; empty for UTF-8 where the bytes are, else Latin-1. */
    public Optional<Charset> charset() {
        return charset;
    }

    /** When it was read: the time of a line that has none, and what a date without a year is the latest before. */
    public Instant arrival() {
        return arrival;
    }

    /** Whether it has just been written; see {@link org.bailiff.api.source.LineBatch#fresh}. */
    public boolean fresh() {
        return fresh;
    }

    /** The time that its source knows, as the journal does; no date is looked for in such a line. */
    public Optional<Instant> stamp() {
        return stamp;
    }
}
