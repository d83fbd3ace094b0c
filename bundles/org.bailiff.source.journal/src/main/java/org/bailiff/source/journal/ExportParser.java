// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.journal;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads the journal's export format, in whatever pieces it comes.
 *
 * <p>An entry is {@code FIELD=TEXT} lines; a value that is not plain text stands behind the field's name alone on its
 * line, as its length in eight bytes, and its bytes; an empty line ends the entry. So nothing that a value holds can end
 * the entry, or begin another field. (In JSON such a value would be an array with a number for each byte.)
 */
final class ExportParser {
    /** So much of a value is kept, more than of a line. The rest is skipped. */
    static final int VALUE_LIMIT = EntryLine.LIMIT + 1;

    private static final int LENGTH_BYTES = 8;
    private static final int NAME_LIMIT = 256;

    /** Who is told of each whole entry. */
    @FunctionalInterface
    interface Listener {
        /** @param fields not changed any more, and not used again */
        void entry(JournalEntry fields);
    }

    private enum Expecting {
        LINE,
        LENGTH,
        BYTES,
        LINE_END
    }

    private final Listener listener;
    private final byte[] kept = new byte[NAME_LIMIT + VALUE_LIMIT];
    private int size;
    private Expecting expecting = Expecting.LINE;
    private String name = "";
    private long left;
    private Map<String, byte[]> fields = new LinkedHashMap<>();

    ExportParser(Listener listener) {
        this.listener = listener;
    }

    /**
     * Takes the next bytes.
     *
     * @throws IOException if they are not in the format
     */
    void feed(byte[] bytes, int length) throws IOException {
        int position = 0;
        while (position < length) {
            position = switch (expecting) {
                case LINE -> line(bytes, position, length);
                case LENGTH -> length(bytes, position);
                case BYTES -> bytes(bytes, position, length);
                case LINE_END -> lineEnd(bytes, position);
            };
        }
    }

    private int line(byte[] bytes, int from, int length) {
        int end = from;
        while (end < length && bytes[end] != '\n') {
            end++;
        }
        keep(bytes, from, end);
        if (end == length) {
            return end;
        }
        endLine();
        return end + 1;
    }

    private void endLine() {
        int equals = 0;
        while (equals < size && kept[equals] != '=') {
            equals++;
        }
        if (size == 0) {
            endEntry();
        } else if (equals == size) {
            name = EntryLine.ascii(kept, size);
            expecting = Expecting.LENGTH;
            left = 0;
        } else {
            add(EntryLine.ascii(kept, equals), Arrays.copyOfRange(kept, equals + 1, size));
        }
        size = 0;
    }

    private void endEntry() {
        if (!fields.isEmpty()) {
            Map<String, byte[]> whole = fields;
            fields = new LinkedHashMap<>();
            listener.entry(new JournalEntry(whole));
        }
    }

    private int length(byte[] bytes, int from) throws IOException {
        left |= (bytes[from] & 0xFFL) << Byte.SIZE * size++;
        if (size == LENGTH_BYTES) {
            if (left < 0) {
                throw new IOException("journalctl wrote a field of an impossible length");
            }
            size = 0;
            expecting = left == 0 ? Expecting.LINE_END : Expecting.BYTES;
        }
        return from + 1;
    }

    private int bytes(byte[] bytes, int from, int length) {
        int count = (int) Math.min(left, length - from);
        keep(bytes, from, from + count);
        left -= count;
        if (left == 0) {
            expecting = Expecting.LINE_END;
        }
        return from + count;
    }

    private int lineEnd(byte[] bytes, int from) throws IOException {
        if (bytes[from] != '\n') {
            throw new IOException("journalctl wrote what is not its export format");
        }
        add(name, Arrays.copyOf(kept, size));
        size = 0;
        expecting = Expecting.LINE;
        return from + 1;
    }

    private void keep(byte[] bytes, int from, int to) {
        int count = Math.min(to - from, kept.length - size);
        System.arraycopy(bytes, from, kept, size, count);
        size += count;
    }

    /** Of a field that is there twice, which only its sender can have done, the first counts; messages are joined. */
    private void add(String field, byte[] value) {
        byte[] before = fields.putIfAbsent(field, value);
        if (before != null && field.equals(JournalEntry.MESSAGE) && before.length < VALUE_LIMIT) {
            byte[] joined = Arrays.copyOf(before, before.length + 1 + value.length);
            joined[before.length] = ' ';
            System.arraycopy(value, 0, joined, before.length + 1, value.length);
            fields.put(field, joined);
        }
    }
}
