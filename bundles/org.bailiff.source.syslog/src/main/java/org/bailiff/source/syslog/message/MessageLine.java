// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.syslog.message;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;

/**
 * A message as a line: what is left of the line that rsyslog would write into a file once the date is cut out of it, {@code
 * " HOST PROGRAM[PROCESS]: TEXT"}, so that filters find what they find in files. The time is told beside it. Facility,
 * severity and structured data, which rsyslog does not write either, are left out.
 *
 * <p>Control characters are written as rsyslog writes them, {@code #012} for a line feed. So a line never holds a line
 * end that a sender made up, and a word stays a word. Not thread-safe.
 */
public final class MessageLine {
    /** The longest line that is delivered whole, in bytes; as of files. */
    public static final int LIMIT = 64 * 1024;

    private static final int ESCAPED = 4;

    private final MessageReader reader;
    private final byte[] bytes = new byte[LIMIT];
    private int size;
    private boolean cut;

    /** @param zone of times that name none */
    public MessageLine(ZoneId zone) {
        this.reader = new MessageReader(zone);
    }

    /**
     * Becomes the line of this message.
     *
     * @param sender how the line names a host that the message does not name
     * @return when the message says that it was written; empty if it says nothing, or what is no time
     */
    public Optional<Instant> become(byte[] source, int from, int to, String sender, Instant arrival) {
        size = 0;
        cut = false;
        Message message = reader.read(source, from, to, arrival);
        append(' ');
        if (message.host().isEmpty()) {
            append(sender);
        } else {
            append(source, message.host());
        }
        append(' ');
        if (!message.application().isEmpty()) {
            append(source, message.application());
            if (!message.process().isEmpty()) {
                append('[');
                append(source, message.process());
                append(']');
            }
            append(": ");
        }
        append(source, message.text());
        return message.time();
    }

    /** The line's bytes; a copy. */
    public byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }

    /** Whether the line lost its end. */
    public boolean isCut() {
        return cut;
    }

    private void append(String text) {
        for (byte value : text.getBytes(StandardCharsets.US_ASCII)) {
            append((char) value);
        }
    }

    private void append(char value) {
        if (size < LIMIT) {
            bytes[size++] = (byte) value;
        } else {
            cut = true;
        }
    }

    private void append(byte[] source, Span part) {
        for (int index = part.from(); index < part.to() && !cut; index++) {
            byte value = source[index];
            if (value >= 0 && value < ' ' || value == 0x7f) {
                escape(value);
            } else {
                append((char) value);
            }
        }
    }

    private void escape(byte value) {
        if (size + ESCAPED > LIMIT) {
            cut = true;
            return;
        }
        append('#');
        append((char) ('0' + (value >> 6)));
        append((char) ('0' + (value >> 3 & 7)));
        append((char) ('0' + (value & 7)));
    }
}
