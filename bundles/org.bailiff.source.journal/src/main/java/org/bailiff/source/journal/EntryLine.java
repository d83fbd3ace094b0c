// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.journal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * An entry as a line, as fail2ban makes it, so that its filters find what they are written for: {@code HOST
 * IDENTIFIER[PID]: MESSAGE}, and {@code HOST kernel: [ SECONDS] MESSAGE} of the kernel. White space at the end is left
 * out. There is no date in it: the time is the entry's.
 *
 * <p>Line feeds become blanks, in whatever field. A line never holds one: where a filter looks at several lines at once,
 * it would be a line that a sender made up. A blank, because that is what white space is matched by.
 */
final class EntryLine {
    /** The longest line that is delivered whole, in bytes; as of files. */
    static final int LIMIT = 64 * 1024;

    private static final double MICROS = 1e6;

    private final byte[] bytes = new byte[LIMIT];
    private int size;
    private boolean cut;

    /** The bytes of this and earlier lines; those before {@link #length} count. */
    byte[] bytes() {
        return bytes;
    }

    int length() {
        return size;
    }

    /** Whether the line lost its end. */
    boolean isCut() {
        return cut;
    }

    /** Becomes the line of this entry. */
    void become(JournalEntry entry) {
        size = 0;
        cut = false;
        append(entry.bytes("_HOSTNAME"));
        append(" ");
        byte[] identifier = either(entry, "SYSLOG_IDENTIFIER", "_COMM");
        if (identifier.length > 0) {
            append(identifier);
            byte[] process = either(entry, "SYSLOG_PID", "_PID");
            if (process.length > 0) {
                append("[");
                append(process);
                append("]");
            }
            append(": ");
        }
        if (Arrays.equals(entry.bytes("_TRANSPORT"), "kernel".getBytes(StandardCharsets.US_ASCII))) {
            entry.micros("_SOURCE_MONOTONIC_TIMESTAMP")
                    .ifPresent(micros -> append(String.format(Locale.ROOT, "[%12.6f] ", micros / MICROS)));
        }
        append(entry.bytes(JournalEntry.MESSAGE));
        strip();
    }

    private static byte[] either(JournalEntry entry, String first, String second) {
        byte[] value = entry.bytes(first);
        return value.length > 0 ? value : entry.bytes(second);
    }

    private void append(String text) {
        append(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void append(byte[] value) {
        int count = Math.min(value.length, LIMIT - size);
        cut |= count < value.length;
        for (int index = 0; index < count; index++) {
            bytes[size++] = value[index] == '\n' ? (byte) ' ' : value[index];
        }
    }

    private void strip() {
        while (size > 0 && (bytes[size - 1] == ' ' || bytes[size - 1] >= '\t' && bytes[size - 1] <= '\r')) {
            size--;
        }
    }

    /** A field's name. */
    static String ascii(byte[] bytes, int length) {
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }
}
